using System.Text.Json;
using BotConnector.Activities;
using Microsoft.AspNetCore.Http;

namespace BotConnector.DirectLine;

/// <summary>What a client sent: an activity that may be taken in, or the refusal.</summary>
internal sealed record IncomingActivity(Activity? Activity, IResult? Refusal)
{
    private const int MaxKeyLength = 200;
    private static readonly string[] Welcome =
    [
        ActivityTypes.Message,
        ActivityTypes.Event,
        ActivityTypes.Typing,
        ActivityTypes.EndOfConversation,
    ];

    /// <summary>The client's own name for it, which makes sending it again harmless; null if it gave none.</summary>
    public string? ClientActivityId =>
        Activity?.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    public static IncomingActivity Of(byte[] body)
    {
        try
        {
            var activity = JsonSerializer.Deserialize<Activity>(body, ActivityJson.Options);
            var incoming = new IncomingActivity(activity, Refusal: null);
            return incoming with { Refusal = incoming.WhyNot() };
        }
        catch (JsonException)
        {
            return new(Activity: null, DirectLineError.BadArgument("The body is not an activity."));
        }
    }

    private IResult? WhyNot() =>
        Activity switch
        {
            null => DirectLineError.BadArgument("The body is not an activity."),
            { Type: null or "" } => DirectLineError.MissingProperty("type"),
            // Who came and who left is the channel's to say; files are not taken.
            { Type: var type } when !Welcome.Contains(type) => DirectLineError.BadArgument("This type is not taken from clients."),
            { Attachments.Count: > 0 } => DirectLineError.NoFiles,
            _ when ClientActivityId is { Length: > MaxKeyLength } => DirectLineError.BadArgument("The clientActivityID is too long."),
            _ => null,
        };
}
