using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Users;

/// <summary>Users as Canvas shows them.</summary>
internal static class UserJson
{
    public static JsonObject Short(User user) => new() { ["id"] = user.Id, ["display_name"] = user.Name };

    /// <summary>Sign-in name and address only for the user and for administrators.</summary>
    public static JsonObject Of(Call call, User user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["name"] = user.Name,
            ["sortable_name"] = user.Name,
            ["short_name"] = user.Name,
        };
        if (call.Caller.IsAccountAdmin || call.Caller == user)
        {
            json["login_id"] = user.Name;
            json["email"] = user.Email;
        }
        return json;
    }
}
