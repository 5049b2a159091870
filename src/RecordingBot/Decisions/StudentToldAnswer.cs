using RecordingBot.Registry;

namespace RecordingBot.Decisions;

/// <summary>A course admin says that the responsible teacher knows; nothing else follows.</summary>
public sealed class StudentToldAnswer : ITaskAnswer
{
    public string Kind => TaskKind.StudentRecords;

    public Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct) => Task.FromResult<string?>(null);
}
