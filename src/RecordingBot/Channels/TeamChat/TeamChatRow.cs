namespace RecordingBot.Channels.TeamChat;

/// <summary>Where somebody's conversation is also held: their place in Zoom Team Chat. It is known once they have turned to the bot there.</summary>
public sealed class TeamChatRow
{
    /// <summary>The conversation, which is the same as in the web chat.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The person's address in Team Chat.</summary>
    public required string UserJid { get; set; }

    /// <summary>What was said in the conversation up to here has been said there as well, or was not for there.</summary>
    public long SentThrough { get; set; }

    /// <summary>Not before then is anything said there: Zoom was away.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }
}
