using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CanvasSimulator.Http;

/// <summary>Cuts lists into pages and links them as Canvas does (facts: Canvas 2.1 and 9).</summary>
internal static class Pages
{
    private const string Bookmark = "bookmark:";
    private const int LongestHeader = 6 * 1024;

    public static Answer Page<T>(
        this Call call,
        IEnumerable<T> items,
        Func<T, JsonNode> toJson,
        bool tellsLast = true,
        string? wrapped = null
    )
    {
        var size = (int)Math.Clamp(call.Fields.Number("per_page") ?? 10, 1, 100);
        var page = Number(call);
        // Where nobody is told of the last page, nobody counts: one more than is shown says whether there is a next.
        var all = tellsLast ? items as IReadOnlyCollection<T> ?? [.. items] : null;
        var some = (all ?? items).Skip((page - 1) * size).Take(size + 1).ToList();
        var shown = new JsonArray([.. some.Take(size).Select(toJson)]);
        var answer = Answer.Ok(wrapped is null ? shown : new JsonObject { [wrapped] = shown });
        var last = all is null ? (int?)null : Math.Max(1, (all.Count + size - 1) / size);
        if (Links(call, page, size, some.Count > size, last) is { Length: > 0 } links)
            answer.Headers["Link"] = links;
        return answer;
    }

    private static int Number(Call call)
    {
        var text = call.Fields.Text("page");
        if (text is null or "first")
            return 1;
        if (call.World.Habits.BookmarkPages)
            text = FromBookmark(text) ?? throw RefusalException.NotFound();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0
            ? Math.Min(page, 1_000_000)
            : throw RefusalException.NotFound();
    }

    private static string Links(Call call, int page, int size, bool more, int? last)
    {
        var links = new List<(int Page, string Relation)> { (page, "current") };
        if (more)
            links.Add((page + 1, "next"));
        if (page > 1 && !call.World.Habits.BookmarkPages)
            links.Add((page - 1, "prev"));
        links.Add((1, "first"));
        if (last is { } end && !call.World.Habits.BookmarkPages)
            links.Add((end, "last"));
        return Fitting(links.ConvertAll(link => $"<{Address(call, link.Page, size)}>; rel=\"{link.Relation}\""));
    }

    // Where a long query makes the header too long, links go from the end, and the next page's last of all.
    private static string Fitting(List<string> links)
    {
        while (links.Sum(link => link.Length + 1) > LongestHeader)
        {
            var last = links.FindLastIndex(link => links.Count == 1 || !link.EndsWith("\"next\"", StringComparison.Ordinal));
            links.RemoveAt(last);
        }
        // A comma without space, each part ending in its relation: clients split it by hand.
        return string.Join(',', links);
    }

    private static string Address(Call call, int page, int size)
    {
        var query = call
            .Http.Request.Query.Where(field => field.Key is not ("page" or "per_page" or "access_token" or "api_key"))
            .SelectMany(field => field.Value.Select(value => (field.Key, Value: value ?? "")))
            .Append(("page", call.World.Habits.BookmarkPages ? ToBookmark(page) : page.ToString(CultureInfo.InvariantCulture)))
            .Append(("per_page", size.ToString(CultureInfo.InvariantCulture)))
            .Select(field => $"{Uri.EscapeDataString(field.Item1)}={Uri.EscapeDataString(field.Item2)}");
        return $"{call.BaseAddress}{call.Http.Request.Path.ToUriComponent()}?{string.Join('&', query)}";
    }

    private static string ToBookmark(int page) =>
        page == 1 ? "first" : Bookmark + Convert.ToBase64String(Encoding.ASCII.GetBytes($"[{page}]"));

    private static string? FromBookmark(string text)
    {
        var buffer = new byte[text.Length];
        return
            text.StartsWith(Bookmark, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Bookmark.Length..], buffer, out var length)
            ? Encoding.ASCII.GetString(buffer, 0, length).Trim('[', ']')
            : null;
    }
}
