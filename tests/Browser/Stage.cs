using Journey;
using Journey.Faults;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser.Stage))]

namespace Browser;

/// <summary>A whole Campus and one Chromium, for all tests of this project. Each test has courses and meetings of its own.</summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>Whatever was recorded before this year lies in the inventory; what tests record doesn't.</summary>
    private static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Recordings__GovernedFrom"] = "2020-01-01",
    };

    private CampusProcess? campus;
    private IPlaywright? playwright;
    private IBrowser? chromium;
    private Doors? doors;

    internal Doors Doors => doors!;

    /// <summary>Where Zoom leaves its recordings.</summary>
    internal string Recordings => Path.Combine(campus!.Folder, "zoom-recordings");

    internal Uri Bot => campus!.Bot!;
    internal Uri Control => campus!.Control!;

    public async ValueTask InitializeAsync()
    {
        campus = await CampusProcess.StartAsync("browser-campus", Settings, TestContext.Current.CancellationToken);
        doors = new(campus.Bot!, campus.Canvas!, campus.Zoom!, campus.Control!);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    /// <summary>Somebody at a browser of their own; <paramref name="account"/> null is not signed in.</summary>
    internal async Task<Visitor> VisitorAsync(string? account, string language, bool phone = false, bool dark = false, bool script = true)
    {
        var context = await chromium!.NewContextAsync(
            new()
            {
                BaseURL = Bot.AbsoluteUri,
                ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
                HasTouch = phone,
                JavaScriptEnabled = script,
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = language == "sv" ? "sv-SE" : "en-GB",
                TimezoneId = "Europe/Stockholm",
            }
        );
        context.SetDefaultTimeout(30_000);
        var visitor = new Visitor(context, await context.NewPageAsync(), language);
        if (account is not null)
            await visitor.SignInAsync(account);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
        doors?.Dispose();
        if (campus is not null)
            await campus.DisposeAsync();
    }
}
