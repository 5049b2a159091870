using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>A hold beats every timer; it has an owner, a reason and a review date (design.md 4).</summary>
public sealed class HoldActs(ActDesk desk, Registrar registrar, ActivePack active, TimeProvider clock)
{
    /// <summary>Places a hold, or changes the reason or review date of one's own.</summary>
    public Task<ActResult> HoldAsync(Guid recordingId, string? reason, DateOnly reviewOn, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            recording =>
            {
                if (!MayHold(by) || (recording.HeldBy is { } owner && owner != by.PersonId))
                    return Task.FromResult<ActResult>(
                        new ActResult.Forbidden(MayHold(by) ? ActTexts.HeldByAnother : ActTexts.OnlyDpoHolds)
                    );
                if (ActTexts.Reason(reason, out var why) is { } wrong)
                    return Task.FromResult(wrong);
                if (reviewOn <= active.Pack.DayOf(clock.GetUtcNow()))
                    return Task.FromResult<ActResult>(new ActResult.Invalid("reviewOn", ActTexts.ReviewIsPast));
                if (recording.State is RecordingState.Deleted)
                    return Task.FromResult<ActResult>(new ActResult.Refused(ActTexts.Deleted));
                if (recording.HeldBy != by.PersonId || recording.HoldReason != why || recording.HoldReviewOn != reviewOn)
                {
                    var before = recording.HeldBy is null ? null : recording.HoldReviewOn?.ToString("O");
                    registrar.Audit(by.Actor, "hold.placed", Subject.Recording(recording.Id), before, reviewOn.ToString("O"), said: why);
                    (recording.HeldBy, recording.HoldReason, recording.HoldReviewOn) = (by.PersonId, why, reviewOn);
                }
                return Task.FromResult<ActResult>(new ActResult.Done());
            },
            ct
        );

    /// <summary>Lifts one's own hold. Another's needs a second person, and is refused until that exists.</summary>
    public Task<ActResult> ReleaseAsync(Guid recordingId, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            recording =>
            {
                if (!MayHold(by))
                    return Task.FromResult<ActResult>(new ActResult.Forbidden(ActTexts.OnlyDpoHolds));
                if (recording.HeldBy is not { } owner)
                    return Task.FromResult<ActResult>(new ActResult.Done());
                if (owner != by.PersonId)
                    return Task.FromResult<ActResult>(new ActResult.Forbidden(ActTexts.HeldByAnother));
                registrar.Audit(
                    by.Actor,
                    "hold.lifted",
                    Subject.Recording(recording.Id),
                    recording.HoldReviewOn?.ToString("O"),
                    said: recording.HoldReason
                );
                (recording.HeldBy, recording.HoldReason, recording.HoldReviewOn) = (null, null, null);
                return Task.FromResult<ActResult>(new ActResult.Done());
            },
            ct
        );

    // A hold has an owner: a service can't be asked about it.
    private static bool MayHold(Caller by) => by.PersonId is not null && (by.Has(Role.Dpo) || by.Has(Role.Archivist));
}
