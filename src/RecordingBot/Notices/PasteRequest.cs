using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>Asks the host to paste the notice, where there is no chat that the bot can write in (facts/zoom.md 4.3), and takes their word that it is done.</summary>
public sealed class PasteRequest(
    RegistryContext registry,
    Registrar registrar,
    Messenger messenger,
    NoticePosting posting,
    NoticeLinks links
) : ITaskAnswer
{
    /// <summary>The only answer.</summary>
    public const string Pasted = "pasted";

    /// <inheritdoc />
    public string Kind => TaskKind.PasteNotice;

    /// <summary>Asks, once for a version of the notice; the caller saves. Where the host's account is linked to nobody, there is nobody to ask.</summary>
    /// <param name="meeting">Whose host.</param>
    /// <param name="notice">What is to be pasted.</param>
    /// <param name="again">It was pasted before, and people have come since.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task AskAsync(MeetingRow meeting, NoticeRow notice, bool again, CancellationToken ct)
    {
        if (meeting.HostPersonId is not { } host)
            return;
        var subject = Subject.Meeting(meeting.Id);
        if (await OpenAsync(meeting.Id, ct) is { } asked && NoticeOf(asked) == notice.Id)
            return;
        await registrar.OpenTaskAsync(TaskKind.PasteNotice, subject, Role.Teacher, host, Pasted, ct, meeting.Topic, notice.Id.ToString());
        ChatText text = new(again ? "PasteNoticeAgain" : "PasteNotice", [meeting.Topic, links.MessageOf(notice)], [PasteTalk.Button]);
        await messenger.TellAsync(host, text with { Asks = new(null) }, ct, $"paste-notice {notice.Id} {again}");
    }

    /// <summary>The task that asks for it; null where nothing does.</summary>
    public Task<TaskRow?> OpenAsync(Guid meeting, CancellationToken ct) =>
        registry.Tasks.FirstOrDefaultAsync(
            task => task.MeetingId == meeting && task.Kind == TaskKind.PasteNotice && task.ClosedAt == null,
            ct
        );

    /// <inheritdoc />
    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var meeting = await registry.Meetings.SingleAsync(row => row.Id == task.MeetingId, ct);
        if (meeting.EndedAt is not null)
            return "Act_MeetingOver";
        // What stands now may be another text than the one that was pasted; then that one is asked for.
        var notice = await registry.Notices.FirstOrDefaultAsync(row => row.MeetingId == meeting.Id && row.RevokedAt == null, ct);
        if (notice is null || notice.Id != NoticeOf(task))
            return "Act_NoticeChanged";
        await posting.PastedAsync(meeting, notice, by, ct);
        return null;
    }

    private static Guid? NoticeOf(TaskRow task) =>
        JsonSerializer.Deserialize<string[]>(task.Arguments) is [_, var id, ..] && Guid.TryParse(id, out var notice) ? notice : null;
}
