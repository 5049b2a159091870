using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Notices;

/// <summary>The host's "I have pasted it", by meeting: the answer to the task that asks for it, from the meeting's page and over HTTP.</summary>
public sealed class PasteActs(RegistryContext registry, Sight sight, PasteRequest request, TaskDesk desk)
{
    /// <summary>Confirms it; the same twice is one confirmation.</summary>
    public async Task<ActResult> ConfirmAsync(Guid meetingId, Caller by, CancellationToken ct)
    {
        if (!await (await sight.MeetingsAsync(by, ct)).AnyAsync(row => row.Id == meetingId, ct))
            return new ActResult.NotFound();
        if (await registry.People.FirstOrDefaultAsync(row => row.Id == by.PersonId, ct) is not { } person)
            return new ActResult.Forbidden(ActTexts.Named("Act_OnlyHostPastes"));
        if (await request.OpenAsync(meetingId, ct) is { } task)
            return task.PersonId == person.Id
                ? await desk.AnswerAsync(task.Id, new(PasteRequest.Pasted), person, ct)
                : new ActResult.Forbidden(ActTexts.Named("Act_OnlyHostPastes"));
        return await registry.NoticePosts.AnyAsync(
            post => post.MeetingId == meetingId && post.Channel == NoticeChannel.HostPasted && post.ByPersonId == person.Id,
            ct
        )
            ? new ActResult.Done()
            : new ActResult.Refused(ActTexts.Named("Act_NothingToPaste"));
    }
}
