using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>
/// One lecture given in several courses: it is shown in each, and ends in each with that course. What is shown in a further course has a row of its
/// own, with its own copy in Canvas, its own end and its own warnings; what is on disk stays until the last of them.
/// </summary>
public sealed class FurtherCourseActs(
    ActDesk desk,
    RegistryContext registry,
    Registrar registrar,
    Sight sight,
    PublicationActs publication,
    CourseBook courses,
    TimeProvider clock
)
{
    /// <summary>Wants the recording in a further course that the caller teaches, too; the notice then names that course.</summary>
    public Task<ActResult> ShowAsync(Guid recordingId, string? courseId, string? reason, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            async recording =>
            {
                if (!await sight.AnswersForAsync(by, recording, ct))
                    return new ActResult.Forbidden(ActTexts.OnlyTeachers);
                if (!CanvasId.TryParse<Course>(courseId, out var course))
                    return new ActResult.Invalid("courseId", ActTexts.Named("Act_CourseUnknown"));
                if (ActTexts.Reason(reason, out var why) is { } wrong)
                    return wrong;
                if (recording.SourceId is not null)
                    return new ActResult.Refused(ActTexts.Named("Act_ShownFromElsewhere"));
                if (course.Value == recording.CourseId)
                    return new ActResult.Invalid("courseId", ActTexts.Named("Act_IsItsCourse"));
                return await sight.TeachesAsync(by, course.Value, ct)
                    ? await ShowAsync(recording, course.Value, why, by, ct)
                    : new ActResult.Forbidden(ActTexts.Named("Act_NotTaughtThere"));
            },
            ct
        );

    private async Task<ActResult> ShowAsync(RecordingRow recording, string course, string reason, Caller by, CancellationToken ct)
    {
        var shown = await registry.Recordings.FirstOrDefaultAsync(
            row => row.SourceId == recording.Id && row.CourseId == course && row.State != RecordingState.Deleted,
            ct
        );
        if (shown is { PublicationWanted: true })
            return new ActResult.Done();
        var decision = await registry.Decisions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == recording.DecisionId, ct);
        var stored = decision is null ? null : StoredDecision.Read(decision);
        try
        {
            var hindrance =
                PublicationActs.Hindrance(recording, stored) ?? publication.Hindrance(await courses.ReadAsync(course, ct), stored!);
            if (hindrance is not null)
                return new ActResult.Refused(hindrance);
        }
        catch (CanvasException)
        {
            return new ActResult.Refused(ActTexts.CanvasSilent);
        }
        if (shown is null)
            await AddAsync(recording, course, ct);
        else
            shown.PublicationWanted = true;
        registrar.Audit(by.Actor, "publication.further", Subject.Recording(recording.Id), after: $"course:{course}", said: reason);
        return new ActResult.Done();
    }

    private async Task AddAsync(RecordingRow source, string course, CancellationToken ct)
    {
        await registry.Entry(source).Collection(row => row.Parts).LoadAsync(ct);
        var now = clock.GetUtcNow();
        var row = new RecordingRow
        {
            Id = Guid.CreateVersion7(now),
            SourceId = source.Id,
            MeetingId = source.MeetingId,
            DecisionId = source.DecisionId,
            CourseId = course,
            Topic = source.Topic,
            RecorderId = source.RecorderId,
            State = RecordingState.Registered,
            Limited = source.Limited,
            RecordedAt = source.RecordedAt,
            Complete = true,
            PublicationWanted = true,
            HeldBy = source.HeldBy,
            HoldKind = source.HoldKind,
            HoldReason = source.HoldReason,
            HoldReviewOn = source.HoldReviewOn,
            NextCheckAt = now,
            CreatedAt = now,
        };
        registry.Recordings.Add(row);
        if (source.MainVideo() is not { } video)
            return;
        registry.Parts.Add(
            new()
            {
                Id = Guid.CreateVersion7(now),
                RecordingId = row.Id,
                Kind = video.Kind,
                Name = video.Name,
                Size = video.Size,
                Sha256 = video.Sha256,
                Duration = video.Duration,
            }
        );
    }
}
