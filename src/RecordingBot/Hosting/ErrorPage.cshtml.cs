using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace RecordingBot.Hosting;

/// <summary>What people see instead of a fault: what it means for them, and an id for support. Nothing of what went wrong.</summary>
[AllowAnonymous]
[DisableRateLimiting]
[IgnoreAntiforgeryToken]
public sealed class ErrorPage : PageModel
{
    /// <summary>Which of the texts.</summary>
    public string Kind { get; private set; } = "Other";

    /// <summary>How many seconds to wait before the next try; null where that isn't known.</summary>
    public string? Wait => Response.Headers.RetryAfter is [{ Length: > 0 } seconds] ? seconds : null;

    public void OnGet(int status)
    {
        Response.StatusCode = status;
        Kind = status switch
        {
            StatusCodes.Status404NotFound => "NotFound",
            StatusCodes.Status403Forbidden => "Forbidden",
            StatusCodes.Status400BadRequest => "BadRequest",
            StatusCodes.Status429TooManyRequests => "TooMany",
            _ => "Other",
        };
    }
}
