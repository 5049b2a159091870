using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>
/// Knows who calls: by a session's token (as <c>Authorization: Bearer</c> or in the cookie), or by a service token. Other ways to sign
/// in end in a session too, so this stays the one place that recognises callers.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    SessionBook sessions,
    SignedIn signedIn,
    IOptionsSnapshot<ApiOptions> api,
    IOptions<SignInOptions> signIn
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Session";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count > 1)
            return AuthenticateResult.Fail("More than one Authorization header.");
        if (header.Count == 1)
            return header[0] is { } value && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await ByTokenAsync(value[Bearer.Length..].Trim(), byCookie: false)
                : AuthenticateResult.NoResult();
        return Request.Cookies.TryGetValue(SessionCookie.Name, out var token) && token.Length > 0
            ? await ByTokenAsync(token, byCookie: true)
            : AuthenticateResult.NoResult();
    }

    /// <summary>A person who opens a page is led to the sign-in; a program gets 401.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (PageRequest.Is(Request) && HttpMethods.IsGet(Request.Method))
        {
            var back = Request.PathBase + Request.Path + Request.QueryString;
            Response.Redirect((signIn.Value.Door ?? SignInPage.Path) + "?returnUrl=" + Uri.EscapeDataString(back));
            return Task.CompletedTask;
        }
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private async Task<AuthenticateResult> ByTokenAsync(string token, bool byCookie)
    {
        if (await sessions.FindAsync(token, Context.RequestAborted) is { } session)
        {
            signedIn.Set(session.Person, session.TokenHash, byCookie);
            return Success(session.Person.Id.ToString(), session.Person.Roles);
        }
        var hash = KeyRing.Hash(token);
        // Hashes are compared, which tell nothing of the token: the ordinary comparison will do.
        if (
            !byCookie
            && api.Value.Tokens.FirstOrDefault(known => known.Hash.Equals(hash, StringComparison.OrdinalIgnoreCase)) is { } service
        )
        {
            signedIn.Set(service.Role);
            return Success("service:" + service.Role, service.Role);
        }
        return byCookie ? AuthenticateResult.NoResult() : AuthenticateResult.Fail("The token is unknown or has run out.");
    }

    private static AuthenticateResult Success(string id, string roles)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, id), .. roles.Split(' ').Select(role => new Claim(ClaimTypes.Role, role))];
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Name)), Name));
    }
}
