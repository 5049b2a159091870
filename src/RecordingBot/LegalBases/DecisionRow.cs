namespace RecordingBot.LegalBases;

/// <summary>A decision as it was made: with its request and its pack's edition it can be replayed.</summary>
public sealed class DecisionRow
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }

    /// <summary>The request, in the format of rules.md; free texts with personal data never get here (<c>purpose.minimised-text</c>).</summary>
    public required string Request { get; init; }

    /// <summary>The decision, in the format of rules.md.</summary>
    public required string Answer { get; init; }

    public required string Outcome { get; init; }
    public required string Pack { get; init; }
    public required string Edition { get; init; }

    /// <summary>Who answered the questions, in their own name (<c>necessity.teaching</c>).</summary>
    public Guid DecidedBy { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>What the data protection officer tied the approval to, in their words; null where there is nothing.</summary>
    public string? DpoConditions { get; init; }

    /// <summary><c>chat</c>, <c>http</c>, or <c>task</c> for a referral's answer.</summary>
    public required string Channel { get; init; }
}
