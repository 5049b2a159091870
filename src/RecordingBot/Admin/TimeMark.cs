namespace RecordingBot.Admin;

/// <summary>A line across a <see cref="TimeLine"/>: where a week, a month or a year begins.</summary>
public sealed record TimeMark(DateTimeOffset At, string Label);
