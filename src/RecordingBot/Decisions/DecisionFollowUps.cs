using Microsoft.Extensions.Options;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.Decisions;

/// <summary>
/// Whom a decision concerns beside who made it, whichever door it came through. What they are told is a title and a link, never what the meeting is
/// about (<c>messages.no-content</c>).
/// </summary>
public sealed class DecisionFollowUps(
    Registrar registrar,
    Messenger messenger,
    People people,
    ActivePack active,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    private const string StudentRule = "recorder.student";

    /// <summary>A referral waits for the data protection officer: everyone with that role is told that there is one.</summary>
    public async Task ReferredAsync(MeetingRow meeting, DecisionRow decision, CancellationToken ct)
    {
        var subject = Subject.Meeting(meeting.Id);
        await registrar.OpenTaskAsync(TaskKind.Referral, subject, Role.Dpo, null, DecisionBook.ReferralAnswers, ct, meeting.Topic);
        foreach (var officer in await people.WithRoleAsync(Role.Dpo, ct))
            await messenger.TellAsync(
                officer.Id,
                ChatText.Of("ReferralWaits", meeting.Topic, new Uri(site.Value.PublicUrl, "/tasks")),
                ct,
                $"referral {decision.Id}"
            );
    }

    /// <summary>A student who records gets the house's guidance, and the responsible teacher is to be told (<c>recorder.student</c>).</summary>
    public async Task ApprovedAsync(MeetingRow meeting, DecisionRow decision, CancellationToken ct)
    {
        if (!active.Pack.Has(StudentRule) || !StoredDecision.Read(decision).ByStudent)
            return;
        Guid?[] concerned = [decision.DecidedBy, meeting.HostPersonId];
        foreach (var person in concerned.OfType<Guid>().Distinct())
            await messenger.TellAsync(
                person,
                ChatText.Of("StudentGuidance", meeting.Topic, BothLanguages.Pages["Student_Guidance"], MeetingLink(site.Value, meeting.Id)),
                ct,
                $"student-guidance {decision.Id}"
            );
        // Canvas knows the teachers, and may be silent just now: the task stays until they are told.
        var task = await registrar.OpenTaskAsync(
            TaskKind.StudentRecords,
            Subject.Meeting(meeting.Id),
            Role.CourseAdmin,
            null,
            "told",
            ct,
            meeting.Topic
        );
        task.DueAt = clock.GetUtcNow();
    }

    /// <summary>Where a meeting's own page is.</summary>
    internal static Uri MeetingLink(SiteOptions site, Guid meetingId) => new(site.PublicUrl, $"/meetings/{meetingId}");
}
