using BotConnector.Activities;
using BotConnector.DirectLine;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Channels;

/// <summary>The person's conversation with the bot, as a plain page, for browsers without scripts and for those who would rather have it quiet.</summary>
[ShowsPersonalData]
public sealed class PlainChatPage(SignedIn signedIn, DirectLineTalk talk) : PageModel
{
    private const int Shown = 60;

    public IReadOnlyList<ChatLine> Said { get; private set; } = [];

    /// <summary>The buttons under the bot's last message.</summary>
    public IReadOnlyList<(string Title, string Value)> Offers { get; private set; } = [];

    /// <summary>Names the next thing said: a form that is sent twice is said once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public async Task OnGetAsync(CancellationToken ct)
    {
        var user = DirectLineUsers.Of(signedIn.RequiredPerson);
        await talk.OpenAsync(user, Language.Current, ct);
        var log = await talk.ReadLastAsync(user, Shown, ct);
        var last = log.Select(line => line.Activity).Where(said => said.Type == ActivityTypes.Message).ToList();
        Said = [.. last.Select(message => ChatLine.Of(message.Text ?? "", message.From?.Id != user.Id))];
        Offers = last is [.., { SuggestedActions.Actions: { } actions }] ? [.. actions.Select(Offer)] : [];
    }

    private static (string, string) Offer(CardAction action) => (action.Title ?? "", action.Value?.ToString() ?? action.Title ?? "");
}
