using BotConnector.Activities;

namespace BotConnector.Turns;

/// <summary>A turn over any channel.</summary>
/// <param name="activity">What came in.</param>
/// <param name="send">The channel's way out, which returns once the activity is kept or delivered.</param>
public sealed class TurnContext(Activity activity, Func<Activity, CancellationToken, Task<ResourceResponse>> send) : ITurnContext
{
    /// <inheritdoc />
    public Activity Activity { get; } = activity;

    /// <inheritdoc />
    public bool Responded { get; private set; }

    /// <inheritdoc />
    public Task<ResourceResponse> SendActivityAsync(string text, CancellationToken ct) => SendActivityAsync(Activity.Message(text), ct);

    /// <inheritdoc />
    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken ct)
    {
        var answer = await send(Addressed(activity), ct);
        Responded = true;
        return answer;
    }

    /// <summary>A reply goes back the way the activity came.</summary>
    private Activity Addressed(Activity reply) =>
        reply with
        {
            Type = reply.Type ?? ActivityTypes.Message,
            ChannelId = Activity.ChannelId,
            ServiceUrl = Activity.ServiceUrl,
            From = Activity.Recipient,
            Recipient = Activity.From,
            Conversation = Activity.Conversation,
            ReplyToId = reply.ReplyToId ?? Activity.Id,
        };
}
