using System.Text.Json.Nodes;
using CanvasSimulator.Http;

namespace CanvasSimulator.Users;

/// <summary>What a token and its user may, as Canvas shows it to them.</summary>
internal static class RightsDoor
{
    private const string BecomeUser = "become_user";

    public static void Map(Routes routes)
    {
        routes.Get("/accounts/{account_id}/permissions", Permissions);
        routes.Get("/users/{user_id}/tokens/{hint}", ShowToken);
    }

    private static Answer Permissions(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        call.Account();
        return Answer.Ok(
            new JsonObject(
                call.Fields.All("permissions")
                    .Select(right => KeyValuePair.Create(right, (JsonNode?)(right != BecomeUser || call.Caller.MayBecomeUsers)))
            )
        );
    }

    private static Answer ShowToken(Call call)
    {
        var hint = (string?)call.Http.Request.RouteValues["hint"] ?? "";
        var token = call.Truth.Tokens.Find(token =>
            token.UserId == call.Caller.Id && token.Value.StartsWith(hint, StringComparison.Ordinal)
        );
        return token is null || call.User() != call.Caller
            ? throw RefusalException.NotFound()
            : Answer.Ok(
                new JsonObject
                {
                    ["user_id"] = token.UserId,
                    ["workflow_state"] = "active",
                    ["scopes"] = new JsonArray([.. token.Scopes.Select(scope => (JsonNode)scope)]),
                }
            );
    }
}
