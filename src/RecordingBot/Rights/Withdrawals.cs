using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;

namespace RecordingBot.Rights;

/// <summary>
/// What follows when somebody takes a consent back (<c>consent.withdrawable</c>): the meeting's recordings are restricted, and so leave their course at
/// the next step, until the recorder has removed that part or deleted them. On the caller's unit of work and in the caller's transaction.
/// </summary>
public sealed class Withdrawals(RegistryContext registry, Registrar registrar, Messenger messenger)
{
    /// <summary>The answers that settle it.</summary>
    public const string Answers = "redacted delete";

    /// <summary>Restricts what this person may be in.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="participant">The pseudonym of the name.</param>
    /// <param name="kind">What they said no to.</param>
    /// <param name="takenBack">They had consented; else the no is their first word.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task FollowAsync(Guid meetingId, string participant, ConsentKind kind, bool takenBack, CancellationToken ct)
    {
        var meeting = await registry.Meetings.AsNoTracking().SingleAsync(row => row.Id == meetingId, ct);
        if (!takenBack && (kind is ConsentKind.Publication || !await WasRecordedAsync(meeting, participant, ct)))
            return;
        var recordings = await registry
            .Recordings.AsNoTracking()
            .Include(row => row.Parts)
            // What is shown in further courses follows its source.
            .Where(row => row.MeetingId == meetingId && row.SourceId == null && row.State != RecordingState.Deleted)
            .Where(row => row.State != RecordingState.Expected || meeting.RightFirstGivenAt != null)
            .ToListAsync(ct);
        foreach (var recording in recordings)
            await RestrictAsync(recording, ct);
    }

    private async Task<bool> WasRecordedAsync(MeetingRow meeting, string participant, CancellationToken ct)
    {
        var stays = await registry
            .Attendance.AsNoTracking()
            .Where(row => row.MeetingId == meeting.Id && row.Name == participant)
            .ToListAsync(ct);
        return stays.Exists(stay => ConsentReader.WasRecorded(stay, meeting));
    }

    /// <summary>
    /// By a statement of its own, so that a step under way on the same row loses nothing. Another withdrawal while one is open counts from the file as
    /// it is now: removing the first person's part does not settle it.
    /// </summary>
    private async Task RestrictAsync(RecordingRow recording, CancellationToken ct)
    {
        var (id, sha256) = (recording.Id, recording.MainVideo()?.Sha256);
        await registry
            .Recordings.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Restricted, true).SetProperty(row => row.RestrictedSha256, sha256), ct);
        registrar
            .Audit("bot", "recording.restricted", Subject.Recording(id), "false", "true", "consent.withdrawable")
            .With(nameof(RecordingRow.Restricted), true);
        var task = await registrar.OpenTaskAsync(
            TaskKind.Withdrawal,
            Subject.Recording(id),
            Role.Dpo,
            recording.RecorderId,
            Answers,
            ct,
            recording.Topic
        );
        if (recording.RecorderId is { } person)
            await messenger.TellAsync(
                person,
                new("ConsentWithdrawn", [recording.Topic], WithdrawalTalk.Buttons) { Asks = new(null) },
                ct,
                $"withdrawn {task.Id} {task.Attempts}"
            );
    }
}
