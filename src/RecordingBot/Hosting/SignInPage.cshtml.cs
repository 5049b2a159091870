using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace RecordingBot.Hosting;

/// <summary>Where people come who aren't signed in: on to the way that is set up, or told that there is none.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInPage(IOptions<SignInOptions> options, SignedIn signedIn) : PageModel
{
    /// <summary>The page's path.</summary>
    public const string Path = "/sign-in";

    public IActionResult OnGet(string? returnUrl)
    {
        if (signedIn.Person is not null)
            return LocalRedirect(Local.Url(returnUrl));
        return options.Value.Door is { } door ? Redirect(door + "?returnUrl=" + Uri.EscapeDataString(Local.Url(returnUrl))) : Page();
    }
}
