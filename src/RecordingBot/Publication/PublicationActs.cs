using CanvasConnector.Errors;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>The teacher's word on publication. It is only written down here; the step that is due carries it out.</summary>
public sealed class PublicationActs(
    ActDesk desk,
    RegistryContext registry,
    Registrar registrar,
    Sight sight,
    CourseLook courses,
    ConsentReader consents,
    TimeProvider clock
)
{
    /// <summary>Wants the recording in its course; refused while a condition of its decision is not met.</summary>
    public Task<ActResult> PublishAsync(Guid recordingId, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            async recording =>
            {
                if (!await sight.AnswersForAsync(by, recording, ct))
                    return new ActResult.Forbidden(ActTexts.OnlyTeachers);
                if (
                    recording is
                    { PublicationWanted: true, State: RecordingState.Registered or RecordingState.Published or RecordingState.Unpublished }
                )
                {
                    // Asked again: then it is tried again now.
                    recording.PublicationWaitsUntil = null;
                    return new ActResult.Done();
                }
                if (await HindranceAsync(recording, ct) is { } hindrance)
                    return new ActResult.Refused(hindrance);
                recording.PublicationWanted = true;
                registrar.Audit(by.Actor, "publication.wanted", Subject.Recording(recording.Id), "false", "true");
                return new ActResult.Done();
            },
            ct
        );

    /// <summary>Wants it out of its course; always allowed to those who answer for it.</summary>
    public Task<ActResult> UnpublishAsync(Guid recordingId, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            async recording =>
            {
                if (!await sight.AnswersForAsync(by, recording, ct))
                    return new ActResult.Forbidden(ActTexts.OnlyTeachers);
                if (!recording.PublicationWanted)
                    return new ActResult.Done();
                (recording.PublicationWanted, recording.PublicationWait, recording.PublicationWaitsUntil) = (false, null, null);
                registrar.Audit(by.Actor, "publication.unwanted", Subject.Recording(recording.Id), "true", "false");
                return new ActResult.Done();
            },
            ct
        );

    /// <summary>What keeps it from being published by its decision, wherever; null where nothing does.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="decision">What it rests on.</param>
    public static LocalizedText? Hindrance(RecordingRow recording, StoredDecision? decision)
    {
        if (recording.State is RecordingState.Deleted)
            return ActTexts.Deleted;
        if (recording.State is RecordingState.Expected)
            return ActTexts.NoFileYet;
        if (recording.CloudUuid is not null)
            return ActTexts.Named("Act_OnlyInCloud");
        if (recording.Restricted)
            return ActTexts.ConsentWithdrawn;
        if (recording.DeletionAskedAt is not null)
            return ActTexts.DeletionAsked;
        if (decision is not { Approved: true })
            return ActTexts.NoDecision;
        if (recording.CourseId is not { } course)
            return ActTexts.NoCourse;
        // What is shown in a further course was decided on for its source's.
        var elsewhere = recording.SourceId is null && (decision.PublicationTarget ?? course) != course;
        return decision.Publication is not (null or "canvas-course") || elsewhere ? ActTexts.DecidedOtherwise : null;
    }

    /// <summary>What keeps a recording out of a course as that is now; null where nothing does.</summary>
    public LocalizedText? Hindrance(CourseRow course, StoredDecision decision) =>
        course.Closes == "undecidable" ? ActTexts.CanvasSilent
        : course.Closes == "already" || (course.Closes == "at" && course.ClosesAt < clock.GetUtcNow()) ? ActTexts.CourseClosed
        : course.IsModel == true ? ActTexts.CourseIsModel
        : course.IsPublic == true && !decision.CourseWasPublic ? ActTexts.CourseIsPublic
        : null;

    private async Task<LocalizedText?> HindranceAsync(RecordingRow recording, CancellationToken ct)
    {
        var decision = await registry.Decisions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == recording.DecisionId, ct);
        var stored = decision is null ? null : StoredDecision.Read(decision);
        return Hindrance(recording, stored)
            ?? await CourseHindranceAsync(stored!, recording.CourseId!, ct)
            ?? await ConsentHindranceAsync(stored!, recording, ct);
    }

    /// <summary>Whether the course is public or closed is asked of Canvas now, never taken on trust.</summary>
    private async Task<LocalizedText?> CourseHindranceAsync(StoredDecision decision, string courseId, CancellationToken ct)
    {
        try
        {
            return Hindrance(await courses.ReadAsync(courseId, ct), decision);
        }
        catch (CanvasException)
        {
            return ActTexts.CanvasSilent;
        }
    }

    /// <summary>Everybody who was recorded agrees first, where the decision asks for that; with the numbers, so that the teacher knows what is left.</summary>
    private async Task<LocalizedText?> ConsentHindranceAsync(StoredDecision decision, RecordingRow recording, CancellationToken ct)
    {
        if (!Conditions.AsksForAgreement(decision))
            return null;
        var meeting = await registry.Meetings.AsNoTracking().FirstAsync(row => row.Id == recording.MeetingId, ct);
        var notice = await registry
            .Notices.AsNoTracking()
            .FirstOrDefaultAsync(row => row.MeetingId == meeting.Id && row.RevokedAt == null, ct);
        var state = await consents.ReadAsync(meeting, notice, ct);
        return state.Recorded.IsComplete ? null : ActTexts.AgreementMissing(state.Recorded.Consented, state.Recorded.People);
    }
}
