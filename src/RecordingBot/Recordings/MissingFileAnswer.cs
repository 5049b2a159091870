using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>What the recorder says of a file that hasn't come. A file that comes all the same is registered, whatever they said.</summary>
public sealed class MissingFileAnswer(RegistryContext registry, Registrar registrar, TimeProvider clock) : ITaskAnswer
{
    /// <summary>Nothing was recorded: nobody waits for a file any more.</summary>
    public const string Nothing = "nothing-recorded";

    /// <summary>It is somewhere that no agent watches: to be brought to where one does. Asked again if that doesn't happen.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>Asked again.</summary>
    public const string Remind = "remind";

    /// <summary>The answers that the task takes.</summary>
    public const string All = $"{Nothing} {Elsewhere} {Remind}";

    public string Kind => TaskKind.MissingFile;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        if (await registry.Recordings.FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct) is not { } recording)
            return "RecordingUnknown";
        if (answer.Answer == Nothing)
            recording.NothingRecordedAt ??= clock.GetUtcNow();
        registrar.Audit(Subject.Person(by.Id), "recording.file-missing", task.Subject, reason: answer.Answer);
        return null;
    }
}
