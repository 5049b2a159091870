using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Registry;

/// <summary>Opens and closes incidents on the caller's unit of work, each with its audit entry; the caller saves.</summary>
public sealed class IncidentBook(RegistryContext registry, Registrar registrar, TimeProvider clock)
{
    private static readonly Caller Bot = new(null, "bot", "");

    /// <summary>Adds one.</summary>
    /// <param name="incident">What happened.</param>
    /// <param name="actor">Who told of it.</param>
    public IncidentRow Open(IncidentRow incident, string actor)
    {
        registry.Incidents.Add(incident);
        registrar.Audit(
            actor,
            "incident.opened",
            SubjectOf(incident),
            after: incident.Detail is { } detail ? $"{incident.Kind} {detail}" : incident.Kind,
            reason: incident.Reason
        );
        return incident;
    }

    /// <summary>Closes one because its cause has come to an end.</summary>
    /// <param name="incident">Tracked; one that is closed stays as it is.</param>
    /// <param name="reason">Why, in the product's own words.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task CloseAsync(IncidentRow incident, string reason, CancellationToken ct) => CloseAsync(incident, reason, null, Bot, ct);

    /// <summary>Whether one is open.</summary>
    public Task<bool> IsOpenAsync(Expression<Func<IncidentRow, bool>> which, CancellationToken ct) =>
        registry.Incidents.Where(which).AnyAsync(row => row.ClosedAt == null, ct);

    /// <summary>Closes all that are open because their cause has come to an end.</summary>
    /// <param name="which">Of these.</param>
    /// <param name="reason">Why, in the product's own words.</param>
    /// <param name="by">Whoever ended the cause; null where that is the product itself.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task CloseAllAsync(Expression<Func<IncidentRow, bool>> which, string reason, PersonRow? by, CancellationToken ct)
    {
        foreach (var incident in await registry.Incidents.Where(which).Where(row => row.ClosedAt == null).ToListAsync(ct))
            await CloseAsync(incident, reason, null, by is null ? Bot : Caller.Of(by), ct);
    }

    /// <summary>Closes one because somebody says so. The same person again changes nothing.</summary>
    /// <param name="id">Which.</param>
    /// <param name="said">Why; free text.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<ActResult> CloseAsync(Guid id, string? said, Caller by, CancellationToken ct)
    {
        if (await registry.Incidents.FindAsync([id], ct) is not { } incident)
            return new ActResult.NotFound();
        if (Hosting.ActTexts.Reason(said, out var reason) is { } wrong)
            return wrong;
        if (incident.ClosedAt is not null)
            return incident.ClosedBy == by.PersonId && incident.Said == reason
                ? new ActResult.Done()
                : new ActResult.Refused(Hosting.ActTexts.Named("Act_IncidentClosed"));
        await CloseAsync(incident, "closed", reason, by, ct);
        await registry.SaveChangesAsync(ct);
        return new ActResult.Done();
    }

    /// <summary>How audit entries and tasks name what it is about.</summary>
    public static string SubjectOf(IncidentRow incident) =>
        incident is { RecordingId: { } file, Kind: IncidentKind.WithoutDecision or IncidentKind.NotMoved } ? Subject.Recording(file)
        : incident.MeetingId is { } meeting ? Subject.Meeting(meeting)
        : incident.RecordingId is { } recording ? Subject.Recording(recording)
        : Subject.ZoomUser(incident.HostId ?? "");

    private async Task CloseAsync(IncidentRow incident, string reason, string? said, Caller by, CancellationToken ct)
    {
        if (incident.ClosedAt is not null)
            return;
        (incident.ClosedAt, incident.ClosedBy, incident.Said) = (clock.GetUtcNow(), by.PersonId, said);
        incident.Reason = said is null ? reason : incident.Reason;
        registrar.Audit(by.Actor, "incident.closed", SubjectOf(incident), before: incident.Kind, reason: reason, said: said);
        if (incident.Kind == IncidentKind.CloudRecording)
            await registrar.CloseTaskAsync(TaskKind.CloudRecording, SubjectOf(incident), reason, by.Actor, ct);
    }
}
