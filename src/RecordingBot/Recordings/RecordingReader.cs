using System.Xml;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Expiry;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>Reads recordings for showing; the query says which, and has seen to it that the caller may see them.</summary>
public sealed class RecordingReader(RegistryContext registry, Why why, AgentWork work, TimeProvider clock)
{
    /// <summary>One recording; null where the query has none.</summary>
    public async Task<RecordingView?> FindAsync(IQueryable<RecordingRow> which, Guid id, CancellationToken ct) =>
        await ReadAsync(which.Where(row => row.Id == id), ct) is [var only] ? only : null;

    /// <summary>Recordings with everything that is shown of them, in the order of their ids.</summary>
    public async Task<IReadOnlyList<RecordingView>> ReadAsync(IQueryable<RecordingRow> which, CancellationToken ct)
    {
        var rows = await which
            .Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .Include(row => row.Warnings)
            .OrderBy(row => row.Id)
            .AsSplitQuery()
            .ToListAsync(ct);
        var (meetingIds, decisionIds, courseIds) = (
            rows.Select(row => row.MeetingId).OfType<Guid>().ToArray(),
            rows.Select(row => row.DecisionId).OfType<Guid>().ToArray(),
            rows.Select(row => row.CourseId).OfType<string>().ToArray()
        );
        var meetings = await registry
            .Meetings.AsNoTracking()
            .Where(row => meetingIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, ct);
        var decisions = await registry
            .Decisions.AsNoTracking()
            .Where(row => decisionIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, ct);
        var courses = await registry
            .Courses.AsNoTracking()
            .Where(row => courseIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, ct);
        var further = await FurtherAsync([.. rows.Select(row => row.Id)], ct);
        return
        [
            .. rows.Select(row =>
                Show(
                    row,
                    further[row.Id],
                    row.MeetingId is { } meeting ? meetings.GetValueOrDefault(meeting) : null,
                    row.DecisionId is { } decision ? decisions.GetValueOrDefault(decision) : null,
                    row.CourseId is { } course ? courses.GetValueOrDefault(course) : null
                )
            ),
        ];
    }

    private async Task<ILookup<Guid, FurtherView>> FurtherAsync(Guid[] ids, CancellationToken ct)
    {
        var shown = await registry
            .Recordings.AsNoTracking()
            .Where(row => row.SourceId != null && ids.Contains(row.SourceId.Value) && row.State != RecordingState.Deleted)
            .OrderBy(row => row.CourseId)
            .Select(row => new
            {
                Source = row.SourceId!.Value,
                View = new FurtherView(row.CourseId!, registry.Courses.FirstOrDefault(course => course.Id == row.CourseId)!.Name, row.Id),
            })
            .ToListAsync(ct);
        return shown.ToLookup(row => row.Source, row => row.View);
    }

    private RecordingView Show(
        RecordingRow row,
        IEnumerable<FurtherView> further,
        MeetingRow? meeting,
        DecisionRow? decision,
        CourseRow? course
    ) =>
        new()
        {
            Id = row.Id,
            MeetingId = row.MeetingId,
            CourseId = row.CourseId,
            Topic = row.Topic,
            Recorder = row.RecorderId,
            State = WireName.Of(row.State),
            Marks = [.. RecordingMark.Of(row, meeting?.EndedAt ?? meeting?.EndsAt, clock.GetUtcNow())],
            Parts =
            [
                .. row.Parts.OrderBy(part => part.Kind == "video" ? 0 : 1).ThenBy(part => part.Name, StringComparer.Ordinal).Select(Show),
            ],
            Publication = row.CanvasFileId is { } file ? new(file, row.CanvasModuleItemId, row.LockAt, row.Visible) : null,
            AlsoIn = [.. further],
            Source = row.SourceId,
            Ends = new(row.EndsAt, PlanOf(decision), WireName.Of(row.EndReason), why.Ends(row, course)),
            NextStep = row.State is RecordingState.Deleted ? null : new(WireName.Of(row.NextStep), row.NextStepAt, why.NextStep(row)),
            Warnings = [.. row.Warnings.OrderBy(warning => warning.At).Select(warning => new WarningView(warning.At, warning.AcceptedAt))],
            Hold = row.HeldBy is { } owner ? new(owner, row.HoldReason ?? "", row.HoldReviewOn, row.HoldKind) : null,
            Progress = row.State is RecordingState.Deleted ? null : work.Of(row.Id) ?? RemovalOf(row) ?? UploadToCome(row),
        };

    private static ProgressView? RemovalOf(RecordingRow row)
    {
        if (
            row.HeldBy is not null
            || (row.DeletionAskedAt is null && row.NextStep is not (Step.OrderDeletion or Step.DeleteCopy or Step.Verify))
        )
            return null;
        var copies = row.Parts.SelectMany(part => part.Copies).ToList();
        return ProgressView.OfCopies(copies.Count(copy => copy.State is CopyState.Gone), copies.Count);
    }

    /// <summary>Wanted in Canvas, and the computer hasn't begun to send it.</summary>
    private static ProgressView? UploadToCome(RecordingRow row) =>
        row
            is {
                NextStep: Step.Publish,
                CanvasFileId: null,
                PublicationWanted: true,
                PublicationWait: not (PublicationWait.Room or PublicationWait.Fault)
            }
        && row.MainVideo() is { } video
            ? ProgressView.OfBytes(ProgressView.Upload, 0, video.Size)
            : null;

    private static PartView Show(PartRow part) =>
        new(
            part.Id,
            part.Kind,
            part.Name,
            part.Size,
            part.Sha256.Length > 0 ? part.Sha256 : null,
            part.Duration is { } duration ? XmlConvert.ToString(duration) : null,
            [
                .. part
                    .Copies.OrderBy(copy => copy.Place, StringComparer.Ordinal)
                    .Select(copy => new CopyView(copy.Id, copy.Place, WireName.Of(copy.State))),
            ]
        );

    private static string? PlanOf(DecisionRow? decision) =>
        decision is null
            ? null
            : StoredDecision.Read(decision).Plan switch
            {
                RetentionPlan.WhileCourseIsOpen => "course-lifetime",
                RetentionPlan.Until => "until",
                RetentionPlan.For => "for",
                _ => null,
            };
}
