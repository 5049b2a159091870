using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>
/// Writes down that a notice has been put before those who are in the meeting, whoever did it: whom it reached, and that what was asked or wrong because
/// it had not been is over. The caller saves.
/// </summary>
public sealed class NoticePosting(RegistryContext registry, Registrar registrar, IncidentBook incidents, TimeProvider clock)
{
    /// <summary>The bot has posted it.</summary>
    /// <param name="meeting">Where.</param>
    /// <param name="notice">What.</param>
    /// <param name="messageId">Zoom's id of the message.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task PostedAsync(MeetingRow meeting, NoticeRow notice, string messageId, CancellationToken ct)
    {
        registrar.Audit("bot", "notice.posted", Subject.Meeting(meeting.Id), after: $"notice:{notice.Id}");
        await NoteAsync(meeting, notice, NoticeChannel.MeetingChat, messageId, null, ct);
        await registrar.CloseTaskAsync(TaskKind.PasteNotice, Subject.Meeting(meeting.Id), NoticeChannel.MeetingChat, "bot", ct);
    }

    /// <summary>Somebody has pasted it and says so: they, the moment and the text's hash are in the log.</summary>
    /// <param name="meeting">Where.</param>
    /// <param name="notice">What.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task PastedAsync(MeetingRow meeting, NoticeRow notice, PersonRow by, CancellationToken ct)
    {
        registrar.Audit(
            Subject.Person(by.Id),
            "notice.pasted",
            Subject.Meeting(meeting.Id),
            after: $"notice:{notice.Id} sha256:{notice.Sha256}"
        );
        return NoteAsync(meeting, notice, NoticeChannel.HostPasted, null, by.Id, ct);
    }

    private async Task NoteAsync(MeetingRow meeting, NoticeRow notice, string channel, string? messageId, Guid? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (notice.PostedAt, notice.PostFailingSince) = (now, null);
        registry.NoticePosts.Add(
            new()
            {
                Id = Guid.CreateVersion7(now),
                MeetingId = meeting.Id,
                NoticeId = notice.Id,
                Channel = channel,
                At = now,
                ByPersonId = by,
                MessageId = messageId,
            }
        );
        var there = await registry
            .Attendance.Where(row => row.MeetingId == meeting.Id && row.ReachedAt == null && !row.ByPhone)
            .Where(row => row.LeftAt == null || row.LeftAt >= now)
            .ToListAsync(ct);
        foreach (var presence in there)
            (presence.ReachedAt, presence.ReachedBy) = (now, channel);
        await incidents.CloseAllAsync(
            row => row.MeetingId == meeting.Id && row.Kind == IncidentKind.NoticeNotPosted,
            "posted",
            by: null,
            ct
        );
    }
}
