using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Journey;
using Microsoft.Playwright;

namespace Browser;

/// <summary>Somebody at a browser. What the browser complains of on the way is kept, and fails the test.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Visitor(IBrowserContext context, IPage page, string language)
    {
        (this.context, Page, Language) = (context, page, language);
        Watch(page);
    }

    public IPage Page { get; }

    public string Language { get; }

    /// <summary>A text in the visitor's language.</summary>
    public string Say(string sv, string en) => Language == "sv" ? sv : en;

    /// <summary>Signs in, or signs in again where a moved clock has ended the session.</summary>
    public async Task SignInAsync(string account)
    {
        var answer = await context.APIRequest.PostAsync("/campus/sign-in", new() { DataObject = new { account } });
        Assert.True(answer.Ok, $"Signing in: {answer.Status}");
        // The language that was chosen stays with the person; a test chooses its own.
        await Page.GotoAsync("/");
        if (await Page.Locator("html").GetAttributeAsync("lang") != Language)
            await Page.Locator("form[action='/language'] button").ClickAsync();
        Assert.Equal(Language, await Page.Locator("html").GetAttributeAsync("lang"));
    }

    /// <summary>Another window of the same person.</summary>
    public async Task<IPage> OtherWindowAsync()
    {
        var page = await context.NewPageAsync();
        Watch(page);
        return page;
    }

    /// <summary>Opens a page of the bot, and checks it whole.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await CheckAsync();
    }

    /// <summary>axe finds nothing, nothing is wider than the window, the language is one, and a picture of it is left for people to look at.</summary>
    public async Task CheckAsync(string? name = null)
    {
        var result = await Page.RunAxe(Wcag);
        Assert.True(result.Violations.Length == 0, $"{Page.Url}: {string.Join("; ", result.Violations.Select(Told))}");
        Assert.Equal(Language, await Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(
            await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{Page.Url} is wider than its window."
        );
        if (name is not null)
            await PictureAsync(name);
    }

    /// <summary>Leaves a picture among the artifacts.</summary>
    public Task PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Place.Root, "artifacts", "screens")).FullName;
        return Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>The browser had nothing to complain of: no script error, no violation of the content security policy, nothing missing.</summary>
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    /// <summary>Complaints that a test brings about on purpose.</summary>
    public void Forgive(string part) => complaints.RemoveAll(complaint => complaint.Contains(part, StringComparison.Ordinal));

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{page.Url}: {message.Text}"));
        };
    }

    private static string Told(AxeResultItem item) =>
        $"{item.Id} ({item.Help}): {string.Join(", ", item.Nodes.Take(3).Select(node => $"{node.Target} {node.Html}"))}";
}
