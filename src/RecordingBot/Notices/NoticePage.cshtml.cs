using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>A notice's public page: who, why, on which basis, where, how long. Reading it changes nothing: chats fetch links too.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Notice)]
public sealed class NoticePage(RegistryContext registry, NoticeMisses misses, NoticeLinks links) : PageModel
{
    /// <summary>The notice; null where the link leads to none.</summary>
    public NoticeRow? Row { get; private set; }

    /// <summary>What it says; null where the link leads to none.</summary>
    public StoredNotice? Notice { get; private set; }

    /// <summary>Makes the address that is printed.</summary>
    public NoticeLinks Links => links;
    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await registry.FindAsync(token, ct) is not { } row)
            return Missing();
        (Row, Notice, Token) = (row, StoredNotice.Read(row), token);
        return Page();
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
