using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;

namespace RecordingBot.Rights;

/// <summary>
/// How a withdrawn consent is settled: the part is removed, which shows in the file, or the recording goes. Confirmed by those who answer for the
/// recording; the data protection officer sees the task and settles nothing in their place.
/// </summary>
public sealed class WithdrawalAnswer(RegistryContext registry, Registrar registrar, Sight sight, TimeProvider clock) : ITaskAnswer
{
    public string Kind => TaskKind.Withdrawal;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var recording = await registry.Recordings.Include(row => row.Parts).FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct);
        if (recording is null || recording.State is RecordingState.Deleted)
            return "RecordingUnknown";
        if (!await sight.AnswersForAsync(by, recording, ct))
            return "Act_OnlyTeachers";
        return answer.Answer == "delete" ? Delete(recording, by) : await ConfirmAsync(recording, by, ct);
    }

    private string? Delete(RecordingRow recording, PersonRow by)
    {
        if (recording.RecorderId != by.Id)
            return "OnlyRecorderDeletes";
        if (recording.State is RecordingState.Expected)
            return "Act_NoFileYet";
        recording.DeletionAskedAt ??= clock.GetUtcNow();
        recording.DeletionAskedBy ??= by.Id;
        registrar.Audit(Subject.Person(by.Id), "recording.deletion-asked", Subject.Recording(recording.Id), reason: TaskKind.Withdrawal);
        return null;
    }

    private async Task<string?> ConfirmAsync(RecordingRow recording, PersonRow by, CancellationToken ct)
    {
        // Never on trust: a part that was removed makes another file.
        if (recording.RestrictedSha256 is { } before && recording.MainVideo()?.Sha256 == before)
            return "FileUnchanged";
        (recording.Restricted, recording.RestrictedSha256) = (false, null);
        registrar.Audit(
            Subject.Person(by.Id),
            "recording.part-removed",
            Subject.Recording(recording.Id),
            "true",
            "false",
            "consent.withdrawable"
        );
        var withdrawn = await registry
            .Consents.Where(row => row.MeetingId == recording.MeetingId && !row.Given && row.ReplacedAt == null && row.SettledAt == null)
            // Who never agreed to the publication is in the recording still, and goes on keeping it from there.
            .Where(row => row.IsWithdrawal || row.Kind == ConsentKind.Recording)
            .ToListAsync(ct);
        foreach (var row in withdrawn)
            row.SettledAt = clock.GetUtcNow();
        return null;
    }
}
