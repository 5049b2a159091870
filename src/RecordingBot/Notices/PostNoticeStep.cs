using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.Errors;

namespace RecordingBot.Notices;

/// <summary>
/// Posts the notice in the meeting's chat, as the host (facts/zoom.md 4.3), again when recording begins, and for late joiners. Where there is no such
/// chat the host pastes it. A notice that is not there after a minute is an incident, and the host is asked to stop.
/// </summary>
public sealed class PostNoticeStep(
    ZoomClient zoom,
    RegistryContext registry,
    MeetingBook book,
    NoticePosting posting,
    PasteRequest paste,
    Registrar registrar,
    IncidentBook incidents,
    Messenger messenger,
    NoticeLinks links,
    TimeProvider clock
) : IStep
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    public Step Step => Step.PostNotice;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var (meeting, notice) = (@case.Meeting!, @case.Notice!);
        try
        {
            await posting.PostedAsync(meeting, notice, await PostAsync(meeting, notice, ct), ct);
            return StepResult.Done;
        }
        catch (Exception fault) when (fault is ZoomException or StepException)
        {
            // After the meeting a change is told once: what fails then asks the host to pass it on, and holds nothing up.
            return meeting.EndedAt is not null ? await PassOnAsync(meeting, notice, fault, ct)
                : due.Reason is DueReason.LateJoiner && @case.Facts.NoticePasted ? await AskAgainAsync(meeting, notice, ct)
                : await FailedAsync(@case, meeting, notice, fault, ct);
        }
    }

    private async Task<string> PostAsync(MeetingRow meeting, NoticeRow notice, CancellationToken ct)
    {
        if (meeting.ChatChannelId is null)
            await book.RefreshAsync(meeting.ZoomId!.Value, ct);
        if (meeting.ChatChannelId is not { } channel)
            throw new StepException("no-meeting-chat", "The meeting has no chat that can be written to.");
        return await zoom.TeamChat.SendToChannelAsync(meeting.HostId!, channel, links.MessageOf(notice), ct);
    }

    private async Task<StepResult> PassOnAsync(MeetingRow meeting, NoticeRow notice, Exception fault, CancellationToken ct)
    {
        notice.PostFailingSince ??= clock.GetUtcNow();
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

    /// <summary>Late joiners, where the host has pasted the notice: asked for once, and whoever comes after that is counted as not reached.</summary>
    private async Task<StepResult> AskAgainAsync(MeetingRow meeting, NoticeRow notice, CancellationToken ct)
    {
        meeting.PasteAskedAgainAt = clock.GetUtcNow();
        registrar.Audit("bot", "notice.asked-for-again", Subject.Meeting(meeting.Id), after: $"notice:{notice.Id}");
        await paste.AskAsync(meeting, notice, again: true, ct);
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
        // The host may say at this very moment that it is pasted: whoever writes first is seen by the other.
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        await registry.Entry(notice).ReloadAsync(ct);
        if (notice.PostedAt != @case.Facts.NoticePostedAt)
            return StepResult.Reconsider;
        var now = clock.GetUtcNow();
        notice.PostFailingSince ??= now;
        var failing = now - notice.PostFailingSince.Value;
        if (failing >= (HasNoChat(fault) ? Again : Patience))
            await paste.AskAsync(meeting, notice, again: false, ct);
        if (failing >= Patience)
            await OpenIncidentAsync(@case, meeting, fault, now, ct);
        await registry.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return StepResult.Until(now + Again);
    }

    /// <summary>Nothing that passes: there is no chat, or the bot may not write in it. A chat that only comes into being gets a second try first.</summary>
    private static bool HasNoChat(Exception fault) =>
        fault
            is StepException
                or ZoomException
                {
                    Kind: ZoomErrorKind.NotFound or ZoomErrorKind.Forbidden or ZoomErrorKind.Invalid or ZoomErrorKind.ScopeMissing
                };

    private async Task OpenIncidentAsync(RecordingCase @case, MeetingRow meeting, Exception fault, DateTimeOffset now, CancellationToken ct)
    {
        if (await incidents.IsOpenAsync(row => row.MeetingId == meeting.Id && row.Kind == IncidentKind.NoticeNotPosted, ct))
            return;
        incidents.Open(
            new()
            {
                Id = Guid.CreateVersion7(now),
                MeetingId = meeting.Id,
                RecordingId = @case.Recording.Id,
                Kind = IncidentKind.NoticeNotPosted,
                At = now,
                OwnerId = meeting.HostPersonId,
                Reason = FaultName.Of(fault),
            },
            "bot"
        );
        if (meeting.HostPersonId is { } person)
            await messenger.TellAsync(person, ChatText.Of("AskToStop", meeting.Topic), ct);
    }
}
