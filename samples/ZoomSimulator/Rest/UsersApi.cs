using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.State;

namespace ZoomSimulator.Rest;

/// <summary>The account's users.</summary>
internal static class UsersApi
{
    public static IResult List(HttpRequest request, ZoomTruth truth, ZoomServerOptions options) =>
        Paging.Page(request, "users", truth.Read(state => state.Users.ConvertAll(user => Body(user, options))));

    public static IResult Get(string user, ZoomTruth truth, ZoomServerOptions options)
    {
        return truth.Read(state =>
        {
            if (state.User(user) is not { } found)
                return ZoomResult.NoUser(user);
            var body = Body(found, options);
            body["jid"] = found.Jid;
            body["group_ids"] = new JsonArray([
                .. state.Groups.Where(group => group.Members.Contains(found.Id)).Select(group => JsonValue.Create(group.Id)),
            ]);
            return ZoomResult.Ok(body);
        });
    }

    private static JsonObject Body(ZoomUserState user, ZoomServerOptions options) =>
        new()
        {
            ["id"] = user.Id,
            ["email"] = user.Email,
            ["display_name"] = user.DisplayName,
            ["type"] = 2,
            ["status"] = "active",
            ["timezone"] = options.TimeZone,
            ["account_id"] = options.AccountId,
        };
}
