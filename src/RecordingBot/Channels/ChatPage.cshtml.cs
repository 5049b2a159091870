using System.Globalization;
using BotConnector.DirectLine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Channels;

/// <summary>The person's conversation with the bot in Microsoft's Web Chat.</summary>
[ShowsPersonalData]
public sealed class ChatPage(SignedIn signedIn, DirectLineTalk talk) : PageModel
{
    private const int Shown = 60;
    private const int LongestText = 4000;
    private const int LongestKey = 100;

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

    /// <summary>Something said by a plain form: from the page without scripts, or from a button that leads into the chat.</summary>
    public async Task<IActionResult> OnPostAsync(string? text, string? key, bool plain, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(text) && key is { Length: > 0 and <= LongestKey })
            await talk.SayAsync(DirectLineUsers.Of(signedIn.RequiredPerson), Texts.Bounded(text, LongestText), $"page:{key}", ct);
        return Redirect(plain ? "/chat/plain#end" : "/chat");
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
