using System.Text;

namespace ZoomConnector.Http;

/// <summary>The token endpoint's answer (facts/zoom.md 3.1).</summary>
internal sealed record TokenAnswer
{
    public required string AccessToken { get; init; }

    /// <summary>Seconds until it ends.</summary>
    public required int ExpiresIn { get; init; }

    /// <summary>What it may do, parted by spaces; null where Zoom doesn't tell.</summary>
    public string? Scope { get; init; }

    // A record prints its fields; this one must not.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("ExpiresIn = ").Append(ExpiresIn);
        return true;
    }
}
