using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.State;

namespace ZoomSimulator.Rest;

/// <summary>The account's groups and who is in them.</summary>
internal static class GroupsApi
{
    public static IResult List(HttpRequest request, ZoomTruth truth) =>
        Paging.Page(
            request,
            "groups",
            truth.Read(state =>
                state.Groups.ConvertAll(group => new JsonObject
                {
                    ["id"] = group.Id,
                    ["name"] = group.Name,
                    ["total_members"] = group.Members.Count,
                })
            )
        );

    public static IResult Members(string group, HttpRequest request, ZoomTruth truth)
    {
        var members = truth.Read(state =>
            state.Groups.Find(one => one.Id == group)?.Members.Select(id => state.User(id)!).Select(Member).ToList()
        );
        return members is null ? None(group) : Paging.Page(request, "members", members);
    }

    public static IResult None(string group) => ZoomResult.Error(404, 4130, $"A group with this {group} does not exist.");

    private static JsonObject Member(ZoomUserState user) =>
        new()
        {
            ["id"] = user.Id,
            ["email"] = user.Email,
            ["type"] = 2,
        };
}
