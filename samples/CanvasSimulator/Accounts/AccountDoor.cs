using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.Users;
using CanvasSimulator.World;

namespace CanvasSimulator.Accounts;

/// <summary>Accounts and their users.</summary>
internal static class AccountDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/accounts", call => call.Page(call.Caller.IsAccountAdmin ? call.Truth.Accounts : [], ToJson));
        routes.Get("/accounts/{account_id}", Get);
        routes.Get("/accounts/{account_id}/sub_accounts", ListBelow);
        routes.Get("/accounts/{account_id}/users", ListUsers);
    }

    private static Answer Get(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        return Answer.Ok(ToJson(call.Account()));
    }

    private static Answer ListBelow(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        var account = call.Account();
        return call.Page(call.Truth.Accounts.Where(below => below.ParentId == account.Id), ToJson);
    }

    private static Answer ListUsers(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        call.Account();
        return call.Page(call.Truth.Users, user => UserJson.Of(call, user));
    }

    private static JsonObject ToJson(Account account) =>
        new()
        {
            ["id"] = account.Id,
            ["name"] = account.Name,
            ["workflow_state"] = "active",
            ["parent_account_id"] = account.ParentId,
            ["root_account_id"] = account.ParentId is null ? null : 1,
            ["default_time_zone"] = "Europe/Stockholm",
        };
}
