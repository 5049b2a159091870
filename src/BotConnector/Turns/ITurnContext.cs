using BotConnector.Activities;

namespace BotConnector.Turns;

/// <summary>One activity that came in, and the way to answer it.</summary>
public interface ITurnContext
{
    /// <summary>What came in. <see cref="Activity.From"/> and <see cref="Activity.Conversation"/> are set by the channel.</summary>
    Activity Activity { get; }

    /// <summary>True once something was sent in this turn.</summary>
    bool Responded { get; }

    /// <summary>Sends a message of plain text to the conversation.</summary>
    Task<ResourceResponse> SendActivityAsync(string text, CancellationToken ct);

    /// <summary>Sends an activity to the conversation; sender, recipient, conversation, time and id are filled in.</summary>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken ct);
}
