using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using RecordingBot.Registry;

namespace RecordingBot.Hosting.Campus;

/// <summary>Sign-in without a password, as one of the sample accounts: for programs a token, for browsers a cookie and the start page.</summary>
public static class CampusSignIn
{
    private static readonly string[] NotKnown = ["Unknown account."];

    /// <summary>Where the page is, and where programs post.</summary>
    public const string Path = "/campus/sign-in";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(Path, (string? returnUrl) => TypedResults.Content(CampusSignInPage.Html(returnUrl), "text/html; charset=utf-8"))
            .AllowAnonymous()
            .ExcludeFromDescription();
        routes.MapPost(Path, SignInAsync).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(Path + "/form", SignInByFormAsync).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<Ok<CampusSignInAnswer>, ProblemHttpResult>> SignInAsync(
        CampusSignInRequest request,
        HttpContext context,
        People people,
        SessionBook sessions,
        CancellationToken ct
    ) =>
        await TokenAsync(request.Account, context, people, sessions, ct) is { } token
            ? TypedResults.Ok(new CampusSignInAnswer(token))
            : Unknown();

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> SignInByFormAsync(
        [FromForm] string? account,
        [FromForm] string? returnUrl,
        HttpContext context,
        People people,
        SessionBook sessions,
        CancellationToken ct
    ) =>
        await TokenAsync(account, context, people, sessions, ct) is null
            ? Unknown()
            : TypedResults.Redirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/");

    private static async Task<string?> TokenAsync(
        string? account,
        HttpContext context,
        People people,
        SessionBook sessions,
        CancellationToken ct
    )
    {
        if (CampusPeople.All.All(person => person.Account != account) || await people.FindByAccountAsync(account!, ct) is not { } person)
            return null;
        var token = await sessions.CreateAsync(person, ct);
        SessionCookie.Set(context.Response, token);
        return token;
    }

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem(
            $"The sample accounts are {string.Join(", ", CampusPeople.All.Select(person => person.Account))}.",
            statusCode: StatusCodes.Status400BadRequest,
            title: "There is no such account.",
            extensions: [KeyValuePair.Create<string, object?>("errors", new { account = NotKnown })]
        );
}
