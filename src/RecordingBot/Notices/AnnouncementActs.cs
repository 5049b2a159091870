using Microsoft.EntityFrameworkCore;
using RecordingBot.Decisions;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Notices;

/// <summary>The teacher's word on an announcement in the course. It is only written down here; the step that is due carries it out.</summary>
public sealed class AnnouncementActs(
    RegistryContext registry,
    Registrar registrar,
    Sight sight,
    MeetingRequests requests,
    TimeProvider clock
)
{
    /// <summary>Wants it, or no longer; for those who decide for the meeting.</summary>
    public async Task<ActResult> SetAsync(Guid meetingId, bool wanted, Caller by, CancellationToken ct)
    {
        var meeting = await (await sight.MeetingsAsync(by, ct)).FirstOrDefaultAsync(row => row.Id == meetingId, ct);
        if (meeting is null)
            return new ActResult.NotFound();
        var person = await registry.People.AsNoTracking().FirstOrDefaultAsync(row => row.Id == by.PersonId, ct);
        if (person is null || !await requests.MayDecideAsync(meeting, person, ct))
            return new ActResult.Forbidden(ActTexts.Named("Act_OnlyHostAnnounces"));
        var row = await registry.Announcements.FindAsync([meetingId], ct);
        if ((row?.Wanted ?? false) == wanted)
            return new ActResult.Done();
        if (wanted && await HindranceAsync(meeting, ct) is { } key)
            return new ActResult.Refused(ActTexts.Named(key));
        if (row is null)
            registry.Announcements.Add(row = new() { MeetingId = meetingId, CourseId = meeting.CourseId! });
        // What still stands in another course goes from there first.
        if (row.PostingAt is null)
            row.CourseId = meeting.CourseId!;
        row.Wanted = wanted;
        registrar.Audit(
            by.Actor,
            wanted ? "announcement.wanted" : "announcement.unwanted",
            Subject.Meeting(meetingId),
            wanted ? "false" : "true",
            wanted ? "true" : "false"
        );
        await registry.SaveChangesAsync(ct);
        await registrar.WakeAsync(recording => recording.MeetingId == meetingId, ct);
        return new ActResult.Done();
    }

    private async Task<string?> HindranceAsync(MeetingRow meeting, CancellationToken ct) =>
        meeting.CourseId is null ? "Act_NoCourse"
        : meeting.CancelledAt is not null || meeting.EndedAt is not null || meeting.EndsAt < clock.GetUtcNow() ? "Act_MeetingOver"
        : !await registry.Decisions.AnyAsync(row => row.Id == meeting.DecisionId && row.Outcome == "approved", ct) ? "Act_NoDecision"
        : null;
}
