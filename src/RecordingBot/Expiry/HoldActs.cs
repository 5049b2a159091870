using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>
/// A hold beats every timer; it has an owner, a reason and a review date (design.md 4). It is the lecture's: whatever shows the same video in another
/// course is held with it, and marked.
/// </summary>
public sealed class HoldActs(
    ActDesk desk,
    Sight sight,
    RegistryContext registry,
    Registrar registrar,
    ActivePack active,
    TimeProvider clock
)
{
    /// <summary>Places a hold, or changes the reason, the kind or the review date of one's own.</summary>
    public async Task<ActResult> HoldAsync(
        Guid recordingId,
        string? kind,
        string? reason,
        DateOnly reviewOn,
        Caller by,
        CancellationToken ct
    ) =>
        await desk.RunAsync(
            await sight.HoldableAsync(by, ct),
            recordingId,
            async recording =>
            {
                if (await HindranceAsync(recording, by, ct) is { } hindrance)
                    return hindrance;
                if (kind is not null && !HoldKind.All.Contains(kind, StringComparer.Ordinal))
                    return new ActResult.Invalid("kind", ActTexts.Named("Act_HoldKindUnknown"));
                if (ActTexts.Reason(reason, out var why) is { } wrong)
                    return wrong;
                if (reviewOn <= active.Pack.DayOf(clock.GetUtcNow()))
                    return new ActResult.Invalid("reviewOn", ActTexts.ReviewIsPast);
                if (recording.State is RecordingState.Deleted)
                    return new ActResult.Refused(ActTexts.Deleted);
                if (
                    recording.HeldBy != by.PersonId
                    || (recording.HoldKind, recording.HoldReason, recording.HoldReviewOn) != (kind, why, reviewOn)
                )
                    await SetAsync(recording, new(by.PersonId!.Value, why, reviewOn, kind), by, ct);
                return new ActResult.Done();
            },
            ct
        );

    /// <summary>Lifts one's own hold, or that of somebody who has left. Another's needs a second person, and is refused until that exists.</summary>
    public async Task<ActResult> ReleaseAsync(Guid recordingId, Caller by, CancellationToken ct) =>
        await desk.RunAsync(
            await sight.HoldableAsync(by, ct),
            recordingId,
            async recording =>
            {
                if (await HindranceAsync(recording, by, ct) is { } hindrance)
                    return hindrance;
                if (recording.HeldBy is not null)
                    await SetAsync(recording, null, by, ct);
                return new ActResult.Done();
            },
            ct
        );

    /// <summary>The first moment of a hold's review day.</summary>
    private DateTimeOffset RemindAt(DateOnly day) => active.Pack.EndOf(day.AddDays(-1)).AddSeconds(1);

    private async Task SetAsync(RecordingRow recording, HoldView? hold, Caller by, CancellationToken ct)
    {
        var subject = Subject.Recording(recording.Id);
        var before = recording.HeldBy is null ? null : $"{recording.HoldKind} {recording.HoldReviewOn:O}".Trim();
        if (hold is null)
            registrar.Audit(by.Actor, "hold.lifted", subject, before, said: recording.HoldReason);
        else
            registrar.Audit(by.Actor, "hold.placed", subject, before, $"{hold.Kind} {hold.ReviewOn:O}".Trim(), said: hold.Reason);

        var files = recording.SourceId ?? recording.Id;
        var lecture = await registry.Recordings.Where(row => row.Id == files || row.SourceId == files).ToListAsync(ct);
        foreach (var row in lecture.Where(row => row.State is not RecordingState.Deleted))
        {
            (row.HeldBy, row.HoldKind, row.HoldReason, row.HoldReviewOn) = (hold?.By, hold?.Kind, hold?.Reason, hold?.ReviewOn);
            row.HoldRemindAt = row.Id == files && hold?.ReviewOn is { } day ? RemindAt(day) : null;
        }
        await registrar.CloseTaskAsync(
            TaskKind.HoldReview,
            Subject.Recording(files),
            hold is null ? HoldReviewAnswer.Lift : HoldReviewAnswer.Keep,
            by.Actor,
            ct
        );
    }

    private async Task<ActResult?> HindranceAsync(RecordingRow recording, Caller by, CancellationToken ct)
    {
        // A hold has an owner: a service can't be asked about it.
        if (by.PersonId is null || (!by.Has(Role.Dpo) && !by.Has(Role.Archivist)))
            return new ActResult.Forbidden(ActTexts.OnlyDpoHolds);
        return
            recording.HeldBy is { } owner
            && owner != by.PersonId
            && await registry.People.AnyAsync(person => person.Id == owner && person.LeftAt == null, ct)
            ? new ActResult.Forbidden(ActTexts.HeldByAnother)
            : null;
    }
}
