namespace RecordingPolicy.Expiry;

/// <summary>What is due, and from when; for <see cref="Step.NothingUntil"/> the moment of the next look.</summary>
/// <param name="Step">The step.</param>
/// <param name="At">Since when it has been due, or when to look again.</param>
/// <param name="Reason">Why: the key of the sentence shown to people.</param>
/// <param name="Copy">The copy concerned, for <see cref="Step.DeleteCopy"/> and <see cref="Step.Verify"/>.</param>
/// <param name="Before">Which of the pack's warnings is due, for <see cref="Step.Warn"/>.</param>
/// <param name="EndsAt">The end that <see cref="Step.Warn"/> or <see cref="Step.OrderDeletion"/> serves.</param>
public sealed record DueStep(
    Step Step,
    DateTimeOffset At,
    DueReason Reason,
    Guid? Copy = null,
    TimeSpan? Before = null,
    DateTimeOffset? EndsAt = null
);
