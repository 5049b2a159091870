using Microsoft.Playwright;

namespace Browser;

/// <summary>Web Chat as its user handles it.</summary>
internal sealed class WebChat(IPage page)
{
    private const string Card = ".webchat__adaptive-card-renderer";

    private ILocator Box => page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>The newest card.</summary>
    public ILocator Newest => page.Locator(Card).Last;

    /// <summary>All that is shown.</summary>
    public ILocator Transcript => page.Locator("#webchat");

    public async Task OpenAsync()
    {
        await page.GotoAsync("/chat");
        await Box.WaitForAsync();
    }

    /// <summary>How it is connected.</summary>
    public Task<string?> OverAsync() => Transcript.GetAttributeAsync("data-over");

    /// <summary>Writes a line and sends it with the keyboard.</summary>
    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Says a line, and waits until it is answered: two lines sent at once may arrive in any order.</summary>
    public async Task SayAndHearAsync(string text)
    {
        var bubbles = Transcript.Locator(".webchat__bubble__content");
        var before = await bubbles.CountAsync();
        await SayAsync(text);
        await bubbles.Nth(before + 1).WaitForAsync();
    }

    /// <summary>Waits for a text in a message of the bot or of the person.</summary>
    public Task HearAsync(string text) =>
        Transcript.Locator(".webchat__bubble__content").GetByText(text).Last.WaitForAsync(new() { State = WaitForSelectorState.Visible });

    /// <summary>Waits until the newest card asks this: an earlier talk's cards stand above, with the same questions.</summary>
    public async Task<ILocator> AskedAsync(string words)
    {
        await Assertions.Expect(Newest).ToContainTextAsync(words, new() { Timeout = 30_000 });
        return Newest;
    }

    /// <summary>Presses a button of a card.</summary>
    public static Task PressAsync(ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
