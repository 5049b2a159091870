using BotConnector.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotConnector.DirectLine;

/// <summary>A refusal, in the Connector's shape: <c>{"error":{"code","message"}}</c>.</summary>
internal static class DirectLineError
{
    public static IResult NotSignedIn => Of(401, "Unauthorized", "Nobody is signed in, or the token is not one of ours.");

    public static IResult Expired => Of(403, "TokenExpired", "The token has expired.");

    public static IResult OtherConversation => Of(403, "Forbidden", "The token is for another conversation.");

    public static IResult NotFound => Of(404, "ConversationNotFound", "There is no such conversation.");

    public static IResult NoFiles => BadArgument("Files are not taken.");

    public static IResult NoPass => Of(403, "TokenExpired", "The stream's address was used before, or has expired.");

    public static IResult OtherOrigin => Of(403, "Forbidden", "Streams are for this server's own pages.");

    public static IResult TooManyStreams => Of(429, "TooManyStreams", "The conversation is open in too many windows.");

    public static IResult TooLarge(int bytes) => Of(413, "MessageSizeTooBig", $"At most {bytes} bytes are taken.");

    public static IResult BadArgument(string message) => Of(400, "BadArgument", message);

    public static IResult MissingProperty(string name) => Of(400, "MissingProperty", $"The property '{name}' is missing.");

    private static JsonHttpResult<Answer> Of(int status, string code, string message) =>
        TypedResults.Json(new Answer(new Error(code, message)), ActivityJson.Options, statusCode: status);

    private sealed record Answer(Error Error);

    private sealed record Error(string Code, string Message);
}
