using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ZoomSimulator.Rest;

/// <summary><c>POST /oauth/token</c> for the server-to-server app (facts/zoom.md 3.1).</summary>
internal static class TokenEndpoint
{
    public static void MapToken(this IEndpointRouteBuilder routes) => routes.MapPost("/oauth/token", (Delegate)IssueAsync);

    private static async Task<IResult> IssueAsync(HttpContext context, ZoomServerOptions options, AccessTokens tokens)
    {
        if (!context.Request.HasFormContentType)
            return Refused("unsupported_grant_type", "Unsupported grant type");

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        if (context.Request.Headers.Authorization != basic)
            return Refused("invalid_client", "Invalid client_id or client_secret");
        if (form["grant_type"] != "account_credentials")
            return Refused("unsupported_grant_type", "Unsupported grant type");
        return form["account_id"] == options.AccountId
            ? ZoomResult.Ok(
                new JsonObject
                {
                    ["access_token"] = tokens.Issue(),
                    ["token_type"] = "bearer",
                    ["expires_in"] = AccessTokens.Seconds,
                    ["scope"] = string.Join(' ', options.Scopes),
                }
            )
            : Refused("invalid_request", "Bad Request");
    }

    private static IResult Refused(string error, string reason) =>
        Results.Json(new JsonObject { ["reason"] = reason, ["error"] = error }, statusCode: 400);
}
