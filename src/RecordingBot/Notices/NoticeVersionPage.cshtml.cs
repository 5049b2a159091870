using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>One version of a notice as it was shown, also when another stands: what somebody was told, and consented to, stays readable.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Notice)]
public sealed class NoticeVersionPage(RegistryContext registry, NoticeMisses misses) : PageModel
{
    public NoticeRow Row { get; private set; } = null!;
    public StoredNotice Notice { get; private set; } = null!;
    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, int version, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if ((await registry.VersionsAsync(token, ct)).FirstOrDefault(row => row.Version == version) is not { } row)
            return StatusCode(misses.Note(HttpContext) ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests);
        (Row, Notice, Token) = (row, StoredNotice.Read(row), token);
        return Page();
    }
}
