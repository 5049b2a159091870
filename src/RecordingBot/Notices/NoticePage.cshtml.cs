using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>
/// A notice's public page: who, why, on which basis, where, how long, and where the decision asks for consent, the form for it. Reading it changes
/// nothing: chats fetch links too.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Notice)]
[RequestSizeLimit(LargestForm)]
public sealed class NoticePage(RegistryContext registry, NoticeMisses misses, NoticeLinks links, ConsentBook consents, ConsentLimits limits)
    : PageModel
{
    private const int LargestForm = 8 * 1024;

    /// <summary>The version that stands; null where the link leads to none.</summary>
    public NoticeRow? Row { get; private set; }

    /// <summary>What it says; null where the link leads to none.</summary>
    public StoredNotice? Notice { get; private set; }

    /// <summary>Every version, the oldest first.</summary>
    public IReadOnlyList<NoticeRow> Versions { get; private set; } = [];

    /// <summary>The version that the reader knows: the one they answered, else the one their link was for; null where that is this one, and the first.</summary>
    public NoticeRow? Known { get; private set; }

    /// <summary>What is said otherwise since then.</summary>
    public ImmutableArray<NoticeChange> Changes { get; private set; } = [];

    /// <summary>What this browser has answered, by purpose.</summary>
    public IReadOnlyDictionary<ConsentKind, ConsentRow> Answers { get; private set; } = ImmutableDictionary<ConsentKind, ConsentRow>.Empty;

    /// <summary>What was wrong with the form, as the key of its sentence.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The name as it was typed, where the form could not be taken.</summary>
    public string? Typed { get; private set; }

    /// <summary>Makes the address that is printed.</summary>
    public NoticeLinks Links => links;
    public string Token { get; private set; } = "";

    /// <summary>An answer of this browser to what the notice no longer says.</summary>
    public bool IsOutdated(ConsentRow answer) => answer.Given && answer.Scope != Row!.Scope;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (!await ReadAsync(token, ct))
            return Missing();
        if (Notice!.Asked.Length > 0)
            ConsentCookie.Ensure(HttpContext);
        return Page();
    }

    /// <summary>Takes the answers of the form.</summary>
    public async Task<IActionResult> OnPostAsync(string token, string? name, string? recording, string? publication, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (!await ReadAsync(token, ct))
            return Missing();
        if (!limits.Note(HttpContext))
            return StatusCode(StatusCodes.Status429TooManyRequests);
        var choices = Choices((ConsentKind.Recording, recording), (ConsentKind.Publication, publication));
        Refusal =
            ConsentCookie.Of(Request) is null ? "Consent_NoCookie"
            : choices.Count == 0 ? "Consent_NothingChosen"
            : name is { Length: > ParticipantNames.Longest } ? "Consent_NameTooLong"
            : await consents.AnswerAsync(Row!, new(ConsentCookie.Of(Request)!, name, choices, Language.Current), ct) ? null
            : "Consent_NoName";
        if (Refusal is null)
            return Redirect($"/n/{token}?lang={Language.Current}#consent"); // not posted again when it is reloaded
        Typed = name;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private static Dictionary<ConsentKind, bool> Choices(params (ConsentKind Kind, string? Said)[] said) =>
        said.Where(one => one.Said is "yes" or "no").ToDictionary(one => one.Kind, one => one.Said == "yes");

    private async Task<bool> ReadAsync(string token, CancellationToken ct)
    {
        Versions = await registry.VersionsAsync(token, ct);
        if (Versions is not [.., var newest])
            return false;
        (Row, Notice, Token) = (newest, StoredNotice.Read(newest), token);
        if (Notice.Asked.Length > 0 && ConsentCookie.Of(Request) is { } browser)
            Answers = await consents.OfBrowserAsync(newest.MeetingId, browser, ct);
        var answered = Answers.Values.MinBy(row => row.At)?.NoticeId;
        Known =
            Versions.FirstOrDefault(row => row.Id == answered && row.Id != newest.Id)
            ?? Versions.FirstOrDefault(row => NoticeFinder.IsLinkOf(row, token) && row.Id != newest.Id)
            ?? (Versions.Count > 1 ? Versions[^2] : null);
        if (Known is { } known)
            Changes = StoredNotice.Read(known).ChangesTo(Notice);
        return true;
    }

    /// <summary>Says what to do with a link that leads nowhere, until there were too many of them.</summary>
    private IActionResult Missing()
    {
        if (!misses.Note(HttpContext))
            return StatusCode(StatusCodes.Status429TooManyRequests);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
