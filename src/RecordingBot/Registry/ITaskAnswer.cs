namespace RecordingBot.Registry;

/// <summary>What follows when a person answers a task of one kind; each lies with its step.</summary>
public interface ITaskAnswer
{
    /// <summary>One of <see cref="TaskKind"/>.</summary>
    string Kind { get; }

    /// <summary>
    /// Carries the answer out on the current unit of work, which the caller saves together with the closed task. Returns null when all is well,
    /// else the key of the sentence that says why the answer can't be taken.
    /// </summary>
    Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct);
}
