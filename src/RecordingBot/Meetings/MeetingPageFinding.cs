namespace RecordingBot.Meetings;

/// <summary>What a rule found, as the decision's page shows it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Effect">What it does to the decision: <c>refuse</c>, <c>ask</c>, <c>refer</c>, <c>condition</c> or <c>advise</c>.</param>
/// <param name="Before">The step before which a condition must hold: <c>recording-start</c>, <c>publication</c> or <c>deletion</c>; null for anything else.</param>
/// <param name="Message">The reason, or what a condition asks, in the reader's language.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="IsMet">A condition that is seen to be met; what can't be seen isn't.</param>
public sealed record MeetingPageFinding(string Rule, string Effect, string? Before, string Message, string Source, bool IsMet);
