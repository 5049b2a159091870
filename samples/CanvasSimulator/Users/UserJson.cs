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

    /// <summary>A user as one of a course: whoever reads it as its teachers do sees addresses on request.</summary>
    public static JsonObject InCourse(Call call, Course course, User user)
    {
        var json = Of(call, user);
        if (call.Include.Contains("email") && call.AccessTo(course).ReadsAll)
            json["email"] = user.Email;
        return json;
    }
}
