namespace RecordingBot.Registry;

/// <summary>An answer to a task: one of its answers, with a day or a reason where it takes one.</summary>
public sealed record AnswerBody(string? Answer, string? Until, string? Reason);
