namespace RecordingPolicy.Packs;

/// <summary>How long the product keeps what is not a recording (rules.md, "What a pack holds").</summary>
/// <param name="MissingAnswer">How long an unfinished request waits for its answers.</param>
/// <param name="Log">How long a log entry is kept.</param>
/// <param name="OwnRecords">How long conversations, attendance and delivery receipts stay after the recording is gone.</param>
public sealed record KeepingTimes(CalendarPeriod MissingAnswer, CalendarPeriod Log, CalendarPeriod OwnRecords);
