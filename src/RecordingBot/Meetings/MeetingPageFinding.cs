namespace RecordingBot.Meetings;

/// <summary>What a rule found, as the decision's page shows it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Effect">What it does to the decision: <c>refuse</c>, <c>ask</c>, <c>refer</c> or <c>advise</c>.</param>
/// <param name="Message">The reason, in the reader's language.</param>
/// <param name="Source">Where the rule comes from.</param>
public sealed record MeetingPageFinding(string Rule, string Effect, string Message, string Source);
