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
public sealed class NoticePage(RegistryContext registry, NoticeMisses misses) : PageModel
{
    public NoticeRow Row { get; private set; } = null!;
    public StoredNotice Notice { get; private set; } = null!;
    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await registry.FindAsync(token, ct) is not { } row)
            return StatusCode(misses.Note(HttpContext) ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests);
        (Row, Notice, Token) = (row, StoredNotice.Read(row), token);
        return Page();
    }
}
