using CanvasSimulator.Http;

namespace CanvasSimulator.Users;

/// <summary>Single users.</summary>
internal static class UserDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/users/{user_id}", Get);
        routes.Get("/users/{user_id}/profile", Get);
    }

    private static Answer Get(Call call)
    {
        var user = call.User();
        call.Demand(user == call.Caller || call.Caller.IsAccountAdmin);
        return Answer.Ok(UserJson.Of(call, user));
    }
}
