namespace ZoomSimulator.State;

/// <summary>Something that was accepted for a running meeting, and is done a little later.</summary>
/// <param name="MeetingId">The meeting's number.</param>
/// <param name="Do"><c>start</c>, <c>stop</c>, <c>pause</c> or <c>resume</c>.</param>
/// <param name="At">When it is done.</param>
internal sealed record LiveOrder(long MeetingId, string Do, DateTimeOffset At);
