using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ZoomSimulator.Rest;

/// <summary><c>POST /oauth/token</c> for the server-to-server app, and for the General app whose chatbot it is (facts/zoom.md 3.1).</summary>
internal static class TokenEndpoint
{
    public static void MapToken(this IEndpointRouteBuilder routes) => routes.MapPost("/oauth/token", (Delegate)IssueAsync);

    private static async Task<IResult> IssueAsync(HttpContext context, ZoomServerOptions options, AccessTokens tokens)
    {
        if (!context.Request.HasFormContentType)
            return Refused("unsupported_grant_type", "Unsupported grant type");

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization == Basic(options.ChatbotClientId, options.ChatbotClientSecret))
            return form["grant_type"] == "client_credentials"
                ? Issued(tokens, [Scope.Chatbot.Name])
                : Refused("unsupported_grant_type", "Unsupported grant type");
        if (authorization != Basic(options.ClientId, options.ClientSecret))
            return Refused("invalid_client", "Invalid client_id or client_secret");
        if (form["grant_type"] != "account_credentials")
            return Refused("unsupported_grant_type", "Unsupported grant type");
        return form["account_id"] == options.AccountId ? Issued(tokens, options.Scopes) : Refused("invalid_request", "Bad Request");
    }

    private static string Basic(string id, string secret) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"));

    private static IResult Issued(AccessTokens tokens, ImmutableArray<string> scopes) =>
        ZoomResult.Ok(
            new JsonObject
            {
                ["access_token"] = tokens.Issue(scopes),
                ["token_type"] = "bearer",
                ["expires_in"] = AccessTokens.Seconds,
                ["scope"] = string.Join(' ', scopes),
            }
        );

    private static IResult Refused(string error, string reason) =>
        Results.Json(new JsonObject { ["reason"] = reason, ["error"] = error }, statusCode: 400);
}
