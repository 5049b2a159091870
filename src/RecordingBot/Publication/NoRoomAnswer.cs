using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>"Try again" and "keep it unpublished", said of a recording that doesn't fit into its course.</summary>
public sealed class NoRoomAnswer(RegistryContext registry, Registrar registrar, Sight sight) : ITaskAnswer
{
    public string Kind => TaskKind.NoRoom;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var recording = await registry.Recordings.FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct);
        if (recording is null || recording.State is RecordingState.Deleted)
            return "RecordingUnknown";
        // Where nobody recorded whom we know, the course admins see to it.
        if (recording.RecorderId is not null && !await sight.AnswersForAsync(by, recording, ct))
            return "Act_OnlyTeachers";
        (recording.PublicationWait, recording.PublicationWaitsUntil) = (null, null);
        if (answer.Answer == "again")
            return null;
        recording.PublicationWanted = false;
        registrar.Audit(Subject.Person(by.Id), "publication.unwanted", Subject.Recording(recording.Id), "true", "false", TaskKind.NoRoom);
        return null;
    }
}
