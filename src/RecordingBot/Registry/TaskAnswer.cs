namespace RecordingBot.Registry;

/// <summary>A person's answer to a task.</summary>
/// <param name="Answer">One of the task's answers.</param>
/// <param name="Until">A day, where the answer is one.</param>
/// <param name="Reason">Why; free text.</param>
/// <param name="Conditions">What an approval is tied to; free text.</param>
/// <param name="Reference">The answering office's own reference, a registration number for example.</param>
public sealed record TaskAnswer(
    string Answer,
    DateOnly? Until = null,
    string? Reason = null,
    string? Conditions = null,
    string? Reference = null
);
