using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using ZoomConnector.Settings;

namespace RecordingBot.Meetings;

/// <summary>
/// Keeps what hosts' settings make Zoom itself tell those who are recorded, and asks an operator where that is nothing: once for a host, until it is on.
/// </summary>
public sealed class Disclaimers(RegistryContext registry, Registrar registrar, TimeProvider clock)
{
    /// <summary>How soon they are looked at again.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A host's meetings that may be recorded and are not over.</summary>
    public IQueryable<MeetingRow> Concerned(DateTimeOffset now) =>
        registry.Meetings.Where(row =>
            row.HostId != null
            && row.EndsAt > now
            && row.EndedAt == null
            && row.CancelledAt == null
            && registry.Decisions.Any(decision => decision.Id == row.DecisionId && decision.Outcome == "approved")
        );

    /// <summary>Notes what was read of a host's settings; the caller saves.</summary>
    public async Task NoteAsync(string host, RecordingSettings read, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var setting = Of(read);
        foreach (var meeting in await Concerned(now).Where(row => row.HostId == host).ToListAsync(ct))
            (meeting.Disclaimer, meeting.DisclaimerCheckedAt, meeting.DisclaimerDueAt) = (setting, now, now + Day);
        var subject = $"zoom-user:{host}";
        var open = await registry.Tasks.AnyAsync(
            task => task.Kind == TaskKind.DisclaimerOff && task.Subject == subject && task.ClosedAt == null,
            ct
        );
        if (setting is { } known && !known.HasFlag(DisclaimerSetting.Shown) && !open)
            await registrar.OpenTaskAsync(TaskKind.DisclaimerOff, subject, Role.Operator, null, "", ct, host);
        else if (open && setting is { } shown && shown.HasFlag(DisclaimerSetting.Shown))
            await registrar.CloseTaskAsync(TaskKind.DisclaimerOff, subject, "done", "bot", ct);
    }

    private static DisclaimerSetting? Of(RecordingSettings read) =>
        read.RecordingDisclaimer is not { } shown ? null
        : !shown ? DisclaimerSetting.Off
        : DisclaimerSetting.Shown
            | (read.AskParticipantsToConsentDisclaimer is true ? DisclaimerSetting.AsksParticipants : DisclaimerSetting.Off)
            | (read.AskHostToConfirmDisclaimer is true ? DisclaimerSetting.AsksHost : DisclaimerSetting.Off);
}
