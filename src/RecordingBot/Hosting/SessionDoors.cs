using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>The two buttons of every page: sign out, and the other language.</summary>
internal static class SessionDoors
{
    private const int CookieDays = 180;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.Person).ExcludeFromDescription();
        // Who changes somebody's language by a forged request gains nothing; the guard asks for the token of those signed in all the same.
        routes.MapPost("/language", ChooseAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Caller).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignedIn signedIn, SessionBook sessions, CancellationToken ct)
    {
        if (signedIn.SessionHash is { } session)
            await sessions.EndAsync(session, ct);
        SessionCookie.Clear(context.Response);
        return TypedResults.Redirect("/");
    }

    private static async Task<IResult> ChooseAsync(HttpContext context, SignedIn signedIn, RegistryContext registry, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        if (Language.Known(form["language"]) is not { } language)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        if (signedIn.Person is { } person && await registry.People.FindAsync([person.Id], ct) is { } row)
        {
            row.Language = language;
            await registry.SaveChangesAsync(ct);
        }
        context.Response.Cookies.Append(
            Language.Cookie,
            language,
            new()
            {
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(CookieDays),
            }
        );
        return TypedResults.LocalRedirect(Local.Url(form["returnUrl"]));
    }
}
