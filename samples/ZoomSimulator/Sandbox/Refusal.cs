using Microsoft.AspNetCore.Http;

namespace ZoomSimulator.Sandbox;

/// <summary>Why a door of the sandbox doesn't open: problem details.</summary>
internal static class Refusal
{
    public static IResult NoMeeting() => Problem(404, "There is no such meeting.");

    public static IResult WrongState(string what) => Problem(409, what);

    public static IResult Unreadable(string what) => Problem(400, what);

    private static IResult Problem(int status, string what) => Results.Problem(statusCode: status, title: what);
}
