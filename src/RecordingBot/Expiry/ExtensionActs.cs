using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;

namespace RecordingBot.Expiry;

/// <summary>A later end for a recording, set by a person, with a reason, within the pack's ceiling (<c>availability.bounded</c>).</summary>
public sealed class ExtensionActs(
    ActDesk desk,
    RegistryContext registry,
    Registrar registrar,
    Sight sight,
    ActivePack active,
    TimeProvider clock
)
{
    /// <summary>Sets the end to the end of a day in the pack's time zone.</summary>
    public Task<ActResult> ExtendAsync(Guid recordingId, DateOnly until, string? reason, Caller by, CancellationToken ct) =>
        ExtendAsync(recordingId, active.Pack.EndOf(until), reason, by, ct);

    /// <summary>Sets the end to a moment.</summary>
    public Task<ActResult> ExtendAsync(Guid recordingId, DateTimeOffset until, string? reason, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            async recording =>
            {
                if (!await sight.AnswersForAsync(by, recording, ct))
                    return new ActResult.Forbidden(ActTexts.OnlyTeachers);
                if (ActTexts.Reason(reason, out var why) is { } wrong)
                    return wrong;
                if (recording.State is RecordingState.Deleted)
                    return new ActResult.Refused(ActTexts.Deleted);
                if (recording.ExtendedUntil == until && recording.ExtensionReason == why)
                    return new ActResult.Done();
                if (await WrongAsync(recording, until, ct) is { } message)
                    return new ActResult.Invalid("until", message);
                registrar.Audit(
                    by.Actor,
                    "expiry.extended",
                    Subject.Recording(recording.Id),
                    (recording.ExtendedUntil ?? recording.EndsAt)?.ToString("O"),
                    until.ToUniversalTime().ToString("O"),
                    said: why
                );
                (recording.ExtendedUntil, recording.ExtensionReason) = (until, why);
                return new ActResult.Done();
            },
            ct
        );

    private async Task<LocalizedText?> WrongAsync(RecordingRow recording, DateTimeOffset until, CancellationToken ct)
    {
        var pack = active.Pack;
        if (until <= clock.GetUtcNow())
            return ActTexts.UntilIsPast;
        if (recording.EndReason is not EndReason.Extended && recording.EndsAt is { } end && until <= end)
            return ActTexts.UntilIsNotLater(MomentWords.Of(end, pack.TimeZone));
        var ceiling = pack.AfterCalendar(await MeetingEndAsync(recording, ct), pack.LongestRetention);
        return pack.DayOf(until) > pack.DayOf(ceiling) ? ActTexts.UntilBeyondCeiling(Moments.SayDay(pack.DayOf(ceiling))) : null;
    }

    private async Task<DateTimeOffset> MeetingEndAsync(RecordingRow recording, CancellationToken ct)
    {
        var meeting = await registry.Meetings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == recording.MeetingId, ct);
        return meeting?.EndedAt ?? meeting?.EndsAt ?? recording.RecordedAt ?? recording.CreatedAt;
    }
}
