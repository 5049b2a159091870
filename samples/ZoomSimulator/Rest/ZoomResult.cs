using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ZoomSimulator.Rest;

/// <summary>Answers as Zoom writes them.</summary>
internal static class ZoomResult
{
    public static IResult Ok(JsonObject body) => Results.Json(body);

    public static IResult Error(int status, int code, string message) =>
        Results.Json(new JsonObject { ["code"] = code, ["message"] = message }, statusCode: status);

    public static IResult NoUser(string user) => Error(404, 1001, $"User does not exist: {user}.");

    public static IResult NoMeeting(string meeting) => Error(404, 3001, $"Meeting does not exist: {meeting}.");

    public static IResult Invalid(string message) => Error(400, 300, message);
}
