using ZoomConnector.Meetings;

namespace ZoomConnector.Http;

/// <summary>A path below the API's address, and the same path without its ids, which is all that messages may show.</summary>
internal readonly record struct ZoomPath(string Address, string Shown)
{
    /// <summary>Escapes each id in an interpolated path: <c>ZoomPath.Of($"/users/{id}/settings")</c>.</summary>
    public static ZoomPath Of(FormattableString path)
    {
        var arguments = path.GetArguments();
        return new ZoomPath(
            string.Format(null, path.Format, [.. arguments.Select(Escaped)]),
            string.Format(null, path.Format, [.. arguments.Select(_ => "*")])
        );
    }

    // An instance's uuid may hold a slash: Zoom wants it escaped twice, and takes that for any uuid (facts/zoom.md 3.6).
    private static object Escaped(object? id) =>
        id is MeetingUuid uuid
            ? Uri.EscapeDataString(Uri.EscapeDataString(uuid.Value))
            : Uri.EscapeDataString(Convert.ToString(id, null) ?? "");
}
