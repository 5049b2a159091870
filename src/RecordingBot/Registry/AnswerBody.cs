namespace RecordingBot.Registry;

/// <summary>An answer to a task: one of its answers, with a day, a reason, conditions or a reference where it takes them.</summary>
public sealed record AnswerBody(string? Answer, string? Until, string? Reason, string? Conditions, string? Reference);
