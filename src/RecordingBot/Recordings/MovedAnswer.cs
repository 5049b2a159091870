using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>The recorder says that the file lies where the decision keeps it.</summary>
public sealed class MovedAnswer(RegistryContext registry, Transit transit) : ITaskAnswer
{
    public string Kind => TaskKind.MoveFile;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var recording = await registry
            .Recordings.Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct);
        if (recording is null)
            return "RecordingUnknown";
        await transit.MovedAsync(recording, Subject.Person(by.Id), ct);
        return null;
    }
}
