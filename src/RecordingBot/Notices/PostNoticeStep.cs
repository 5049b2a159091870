using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.Errors;

namespace RecordingBot.Notices;

/// <summary>
/// Posts the notice in the meeting's chat, as the host (facts/zoom.md 4.3), and again for late joiners. A post that fails for a minute is an
/// incident, and the host is asked to stop.
/// </summary>
public sealed class PostNoticeStep(
    ZoomClient zoom,
    RegistryContext registry,
    MeetingBook book,
    Registrar registrar,
    Messenger messenger,
    NoticeLinks links,
    TimeProvider clock
) : IStep
{
    private const string NotPosted = IncidentKind.NoticeNotPosted;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    public Step Step => Step.PostNotice;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var (meeting, notice) = (@case.Meeting!, @case.Notice!);
        try
        {
            await PostAsync(meeting, notice, ct);
        }
        catch (Exception fault) when (fault is ZoomException or StepException)
        {
            return await FailedAsync(@case, meeting, notice, fault, ct);
        }

        var now = clock.GetUtcNow();
        (notice.PostedAt, notice.PostFailingSince) = (now, null);
        var there = await registry
            .Attendance.Where(row => row.MeetingId == meeting.Id && row.ReachedAt == null && (row.LeftAt == null || row.LeftAt >= now))
            .ToListAsync(ct);
        foreach (var presence in there)
            presence.ReachedAt = now;
        registrar.Audit("bot", "notice.posted", Subject.Meeting(meeting.Id), after: $"notice:{notice.Id}");
        if (
            await registry.Incidents.FirstOrDefaultAsync(
                row => row.MeetingId == meeting.Id && row.Kind == NotPosted && row.ClosedAt == null,
                ct
            ) is
            { } incident
        )
        {
            incident.ClosedAt = now;
            registrar.Audit("bot", "incident.closed", Subject.Meeting(meeting.Id), before: NotPosted);
        }
        return StepResult.Done;
    }

    private async Task PostAsync(MeetingRow meeting, NoticeRow notice, CancellationToken ct)
    {
        if (meeting.ChatChannelId is null)
            await book.RefreshAsync(meeting.ZoomId!.Value, ct);
        if (meeting.ChatChannelId is not { } channel)
            throw new StepException("no-meeting-chat", "The meeting has no chat that can be written to.");
        await zoom.TeamChat.SendToChannelAsync(meeting.HostId!, channel, links.MessageOf(notice), ct);
    }

    private async Task<StepResult> PassOnAsync(MeetingRow meeting, NoticeRow notice, Exception fault, CancellationToken ct)
    {
        registrar.Audit("bot", "notice.not-posted", Subject.Meeting(meeting.Id), after: $"notice:{notice.Id}", reason: FaultName.Of(fault));
        if (meeting.HostPersonId is { } person)
            await messenger.TellAsync(
                person,
                ChatText.Of("PassNoticeOn", meeting.Topic, links.Of(notice)),
                ct,
                $"notice-not-posted {notice.Id}"
            );
        return StepResult.Done;
    }

    private async Task<StepResult> FailedAsync(
        RecordingCase @case,
        MeetingRow meeting,
        NoticeRow notice,
        Exception fault,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        notice.PostFailingSince ??= now;
        // After the meeting a change is told once: what fails then asks the host to pass it on, and holds nothing up.
        if (meeting.EndedAt is not null)
            return await PassOnAsync(meeting, notice, fault, ct);
        var open = await registry.Incidents.AnyAsync(
            row => row.MeetingId == meeting.Id && row.Kind == NotPosted && row.ClosedAt == null,
            ct
        );
        if (open || now - notice.PostFailingSince < Patience)
            return StepResult.Until(now + Again);

        registry.Incidents.Add(
            new()
            {
                Id = Guid.CreateVersion7(now),
                MeetingId = meeting.Id,
                RecordingId = @case.Recording.Id,
                Kind = NotPosted,
                At = now,
                OwnerId = meeting.HostPersonId,
                Reason = FaultName.Of(fault),
            }
        );
        registrar.Audit("bot", "incident.opened", Subject.Meeting(meeting.Id), after: NotPosted, reason: FaultName.Of(fault));
        if (meeting.HostPersonId is { } person)
            await messenger.TellAsync(person, new("AskToStop", [meeting.Topic], []), ct);
        return StepResult.Until(now + Again);
    }
}
