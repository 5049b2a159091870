using Microsoft.EntityFrameworkCore;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>What follows when the end is named: it ends on that day, or now.</summary>
public sealed class MissingDateAnswer(RegistryContext registry, Registrar registrar, ActivePack active, TimeProvider clock) : ITaskAnswer
{
    public string Kind => TaskKind.MissingDate;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var recording = await registry.Recordings.FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct);
        if (recording is null)
            return "RecordingUnknown";
        if (answer.Answer == "delete")
        {
            if (recording.RecorderId != by.Id)
                return "OnlyRecorderDeletes";
            recording.DeletionAskedAt ??= clock.GetUtcNow();
            recording.DeletionAskedBy ??= by.Id;
            registrar.Audit(
                Subject.Person(by.Id),
                "recording.deletion-asked",
                Subject.Recording(recording.Id),
                reason: TaskKind.MissingDate
            );
            return null;
        }

        if (answer.Until is not { } day)
            return "DayMissing";
        var end = active.Pack.EndOf(day);
        if (end <= clock.GetUtcNow())
            return "DayPassed";
        var meetingEnd = await registry
            .Meetings.Where(row => row.Id == recording.MeetingId)
            .Select(row => row.EndedAt ?? row.EndsAt)
            .FirstOrDefaultAsync(ct);
        if (active.Pack.DayOf(end) > active.Pack.DayOf(active.Pack.AfterCalendar(meetingEnd, active.Pack.LongestRetention)))
            return "DayBeyondCeiling";
        (recording.ExtendedUntil, recording.ExtensionReason) = (end, answer.Reason);
        registrar.Audit(Subject.Person(by.Id), "recording.end-set", Subject.Recording(recording.Id), after: end.ToString("O"));
        return null;
    }
}
