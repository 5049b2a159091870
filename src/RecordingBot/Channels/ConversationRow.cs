namespace RecordingBot.Channels;

/// <summary>A person's conversation with the bot in the web chat: one for each person, so that the talk survives and messages find it.</summary>
public sealed class ConversationRow
{
    public required string Id { get; init; }

    /// <summary>The chat's user id: <c>dl_</c> and the person's id.</summary>
    public required string UserId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it is counted; raised with every activity.</summary>
    public long LastSequence { get; set; }

    /// <summary>The bot has been told that the person is there, and has greeted.</summary>
    public bool IsOpen { get; set; }
}
