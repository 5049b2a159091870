using RecordingPolicy;

namespace RecordingBot.Registry;

/// <summary>A task as the API and the pages show it (design.md 5).</summary>
/// <param name="Id">Our id of the task.</param>
/// <param name="Kind">One of <see cref="TaskKind"/>.</param>
/// <param name="Since">When it was opened.</param>
/// <param name="Attempts">How often it has come up again since.</param>
/// <param name="Subject">What it is about: <c>recording:ID</c>, <c>meeting:ID</c>.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Answers">The answers it takes; empty where only the end of its cause closes it.</param>
public sealed record TaskView(
    Guid Id,
    string Kind,
    DateTimeOffset Since,
    int Attempts,
    string Subject,
    LocalizedText Question,
    IReadOnlyList<string> Answers
)
{
    public static TaskView Of(TaskRow task, LocalizedText question) =>
        new(
            task.Id,
            task.Kind,
            task.Since,
            task.Attempts,
            task.Subject,
            question,
            task.Answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
