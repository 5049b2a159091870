using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CanvasConnector.Tests.Support;

/// <summary>A list of terms on a scripted Canvas, two a page, which may change between two answers.</summary>
internal sealed class PagedCanvas : IAsyncDisposable
{
    public const string Terms = "GET /api/v1/accounts/1/terms";
    private const int Size = 2;

    private readonly Lock gate = new();
    private readonly ScriptedCanvas canvas;
    private int running;

    private PagedCanvas(ScriptedCanvas canvas, int count) => (this.canvas, Items) = (canvas, [.. Enumerable.Range(1, count)]);

    public List<int> Items { get; }

    public bool TellsLast { get; init; } = true;

    public bool Bookmarks { get; init; }

    public string? Remaining { get; init; } = "700.5";

    /// <summary>What happens to the list before the answer of this number (from 1) is made.</summary>
    public Action<int, List<int>> Before { get; set; } = (_, _) => { };

    /// <summary>Answers in place of the list; false lets the list answer.</summary>
    public Func<HttpContext, int, Task<bool>> InPlace { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Changes the Link header of a page.</summary>
    public Func<int, string, string> Links { get; set; } = (_, links) => links;

    public List<int> Pages { get; } = [];

    public int MostAtOnce { get; private set; }

    public int Running => Volatile.Read(ref running);

    public static async Task<PagedCanvas> StartAsync(
        int count,
        CancellationToken ct,
        bool last = true,
        bool bookmarks = false,
        string? remaining = "700.5"
    )
    {
        var paged = new PagedCanvas(await ScriptedCanvas.StartAsync(ct), count)
        {
            TellsLast = last,
            Bookmarks = bookmarks,
            Remaining = remaining,
        };
        for (var i = 0; i < 3000; i++)
            paged.canvas.On(Terms, paged.AnswerAsync);
        return paged;
    }

    public CanvasClient Client() => canvas.Client();

    public static async Task<List<int>> ReadAsync(CanvasClient client, CancellationToken ct)
    {
        var ids = new List<int>();
        await foreach (var term in client.Terms.ListAsync(ct))
            ids.Add(int.Parse(term.Id.Value, CultureInfo.InvariantCulture));
        return ids;
    }

    public ValueTask DisposeAsync() => canvas.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var text = http.Request.Query["page"].ToString();
        var page = text.Length == 0 ? 1 : int.Parse(text.Replace("bookmark:", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        lock (gate)
        {
            Pages.Add(page);
            MostAtOnce = Math.Max(MostAtOnce, ++running);
        }
        try
        {
            await Task.Delay(3, http.RequestAborted);
            if (!await InPlace(http, page))
                await ListAsync(http, page);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private Task ListAsync(HttpContext http, int page)
    {
        string json;
        lock (gate)
        {
            answers++;
            Before(answers, Items);
            var last = Math.Max(1, (Items.Count + Size - 1) / Size);
            var links = new List<string> { Link(page, "current") };
            if (page < last)
                links.Add(Link(page + 1, "next"));
            if (TellsLast && !Bookmarks)
                links.Add(Link(last, "last"));
            http.Response.Headers["Link"] = Links(page, string.Join(',', links));
            var shown = Items.Skip((page - 1) * Size).Take(Size).Select(id => $$"""{"id":"{{id}}"}""");
            json = $$"""{"enrollment_terms":[{{string.Join(',', shown)}}]}""";
        }
        if (Remaining is not null)
            http.Response.Headers["X-Rate-Limit-Remaining"] = Remaining;
        return ScriptedCanvas.WriteAsync(http, 200, "application/json", json);
    }

    private int answers;

    private string Link(int page, string relation) =>
        $"<{canvas.Address}api/v1/accounts/1/terms?include%5B%5D=overrides&page={(Bookmarks ? "bookmark:" : "")}{page}&per_page=100>; rel=\"{relation}\"";
}
