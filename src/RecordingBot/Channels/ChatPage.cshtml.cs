using System.Globalization;
using BotConnector.DirectLine;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Channels;

/// <summary>The person's conversation with the bot in Microsoft's Web Chat.</summary>
[ShowsPersonalData]
public sealed class ChatPage(SignedIn signedIn, DirectLineTalk talk) : PageModel
{
    private const int Shown = 60;

    /// <summary>Lets this page's two scripts run, and no other.</summary>
    public string Nonce { get; private set; } = "";

    /// <summary>What came before it is not shown: a talk may be years long.</summary>
    public string Watermark { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var user = DirectLineUsers.Of(signedIn.RequiredPerson);
        await talk.OpenAsync(user, Language.Current, ct);
        await FollowLanguageAsync(user, ct);
        var log = await talk.ReadLastAsync(user, Shown, ct);
        Watermark = ((log is [var first, ..] ? first.Sequence : 1) - 1).ToString(CultureInfo.InvariantCulture);
        Nonce = SecurityHeaders.AllowScripts(HttpContext);
    }

    /// <summary>The page's language was changed in the middle of a talk: then the bot is told, and asks again in that one.</summary>
    private async Task FollowLanguageAsync(DirectLineUser user, CancellationToken ct)
    {
        if (signedIn.RequiredPerson.Language is not { } language)
            return;
        if (
            await talk.ReadLastAsync(user, 1, ct) is [{ Activity: { Locale: { } spoken, Id: { } id } last }]
            && last.From?.Id != user.Id
            && spoken != language
        )
            await talk.SayAsync(user, language == Language.Swedish ? "Svenska" : "English", $"language:{id}", ct);
    }
}
