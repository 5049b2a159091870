namespace RecordingBot.Meetings;

/// <summary>A condition of a decision, as its page shows it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Before">The step that it stands before: <c>recording-start</c>, <c>publication</c> or <c>deletion</c>.</param>
/// <param name="Message">What it asks, in the reader's language.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="IsMet">Seen to be met; what can't be seen isn't.</param>
public sealed record MeetingPageCondition(string Rule, string Before, string Message, string Source, bool IsMet);
