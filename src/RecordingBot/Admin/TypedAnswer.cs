namespace RecordingBot.Admin;

/// <summary>An answer that could not be taken, as it was typed: nobody writes it twice.</summary>
/// <param name="Task">Which task.</param>
/// <param name="Answer">Which of its answers.</param>
/// <param name="Until">The day, where one was given.</param>
/// <param name="Reason">The comment, where one was given.</param>
/// <param name="Conditions">What an approval is tied to, where that was given.</param>
/// <param name="Reference">The office's own reference, where one was given.</param>
/// <param name="Why">Why it could not be taken.</param>
public sealed record TypedAnswer(
    Guid Task,
    string Answer,
    string? Until,
    string? Reason,
    string? Conditions,
    string? Reference,
    string Why
);
