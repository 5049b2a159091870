namespace RecordingBot.Channels;

/// <summary>An activity of a conversation, as it went over the wire.</summary>
public sealed class ConversationActivityRow
{
    public required string ConversationId { get; init; }
    public long Sequence { get; init; }
    public required string ActivityId { get; init; }

    /// <summary>The sender's own id for what was sent: a repetition is the same activity.</summary>
    public string? ClientActivityId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The activity (JSON); a text with personal data stands here as a placeholder (<c>purpose.minimised-text</c>).</summary>
    public required string Activity { get; init; }

    /// <summary>The bot's turn over it has ended. Always true for what the bot said.</summary>
    public bool IsHandled { get; set; }
}
