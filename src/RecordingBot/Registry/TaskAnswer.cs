namespace RecordingBot.Registry;

/// <summary>A person's answer to a task.</summary>
/// <param name="Answer">One of the task's answers.</param>
/// <param name="Until">A day, where the answer is one.</param>
/// <param name="Reason">Why; free text.</param>
public sealed record TaskAnswer(string Answer, DateOnly? Until = null, string? Reason = null);
