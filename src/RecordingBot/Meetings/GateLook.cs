using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Errors;
using ZoomConnector.Settings;

namespace RecordingBot.Meetings;

/// <summary>
/// Compares what a governed host may record in Zoom with what is approved. Where the gate rules it is put right and read back; what somebody changed is
/// an incident, and what can't be put right a task, which closes by itself when it is right. Where it observes, what somebody opened is both, and
/// nothing is changed.
/// </summary>
public sealed class GateLook(
    RegistryContext registry,
    ZoomClient zoom,
    HostWindows windows,
    IncidentBook incidents,
    Registrar registrar,
    People people,
    TimeProvider clock,
    IOptions<MeetingsOptions> options
)
{
    private static readonly string[] Kinds = [TaskKind.SettingLocked, TaskKind.SettingChanged];

    private bool Rules => !options.Value.Observes;

    /// <summary>Looks once, and saves.</summary>
    /// <returns>False where a step is just changing the host's right: it is to be looked at again soon.</returns>
    /// <exception cref="ZoomException">Zoom can't be asked now: nothing follows from that (I14).</exception>
    public async Task<bool> LookAsync(string host, CancellationToken ct)
    {
        var wanted = await WantedAsync(host, await zoom.Settings.GetRecordingAsync(host, ct), ct);
        var left = wanted;
        if (RecordingAllowance.NamesOf(wanted).Count > 0)
        {
            if (await windows.AreChangingAsync(host, ct))
                return false;
            if (Rules)
                left = await WantedAsync(host, await PutRightAsync(host, wanted, ct), ct);
            if (await windows.AreChangingAsync(host, ct))
                return false;
        }
        await NoteAsync(host, RecordingAllowance.NamesOf(wanted), RecordingAllowance.NamesOf(left), ct);
        await registry.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The host is no longer governed: what was open about them ends, and their settings stay as they are.</summary>
    public async Task ReleaseAsync(GovernedHostRow row, CancellationToken ct)
    {
        registry.GovernedHosts.Remove(row);
        registrar.Audit("bot", "host.released", Subject.ZoomUser(row.Id));
        foreach (var incident in await OpenOfAsync(row.Id, ct))
            await incidents.CloseAsync(incident, "not-governed", ct);
        await registrar.CloseTasksAsync(Kinds, Subject.ZoomUser(row.Id), "done", "bot", ct);
        await registry.SaveChangesAsync(ct);
    }

    private async Task<RecordingSettings> WantedAsync(string host, RecordingSettings found, CancellationToken ct) =>
        (await windows.OfAsync(host, null, ct)).Wanted(found, opens: Rules);

    private async Task<RecordingSettings> PutRightAsync(string host, RecordingSettings wanted, CancellationToken ct)
    {
        try
        {
            return await zoom.Settings.SetRecordingAsync(host, wanted, ct);
        }
        catch (ZoomException refused)
            when (refused.Kind is ZoomErrorKind.Conflict or ZoomErrorKind.Forbidden or ZoomErrorKind.Invalid or ZoomErrorKind.ScopeMissing)
        {
            return await zoom.Settings.GetRecordingAsync(host, ct);
        }
    }

    /// <summary>Writes down what was found and what came of it.</summary>
    /// <param name="host">Whose settings.</param>
    /// <param name="wrong">What was found not to be as it should.</param>
    /// <param name="left">What still is not.</param>
    /// <param name="ct">Ends the wait.</param>
    private async Task NoteAsync(string host, IReadOnlyList<string> wrong, IReadOnlyList<string> left, CancellationToken ct)
    {
        var row = await registry.GovernedHosts.FindAsync([host], ct) ?? Govern(host, wrong);
        var found = Words(row.LeftOpen);
        row.LeftOpen = string.Join(' ', found.Intersect(left, StringComparer.Ordinal));
        // What was so before the gate came is nobody's slip.
        string[] changed = [.. wrong.Except(found, StringComparer.Ordinal)];
        if (changed.Length > 0)
            await OpenAsync(host, changed, ct);
        if (Rules && wrong.Count > left.Count)
            registrar.Audit(
                "bot",
                "setting.put-right",
                Subject.ZoomUser(host),
                after: string.Join(' ', wrong.Except(left, StringComparer.Ordinal))
            );
        var open = await OpenOfAsync(host, ct);
        foreach (var incident in open)
        {
            var settings = Words(incident.Detail);
            if (settings.Intersect(left, StringComparer.Ordinal).Any())
            {
                incident.Done = Rules ? "not-put-right" : "observed";
                continue;
            }
            var byUs = settings.Intersect(wrong, StringComparer.Ordinal).Any();
            incident.Done = byUs ? "put-right" : incident.Done;
            await incidents.CloseAsync(incident, byUs ? "put-right" : "right-again", ct);
        }
        if (left.Count > 0 && (Rules || open.Exists(incident => incident.ClosedAt is null)))
            await AskAsync(host, left, ct);
        else
            await registrar.CloseTasksAsync(Kinds, Subject.ZoomUser(host), "done", "bot", ct);
    }

    private GovernedHostRow Govern(string host, IReadOnlyList<string> open)
    {
        var row = new GovernedHostRow
        {
            Id = host,
            Since = clock.GetUtcNow(),
            LeftOpen = string.Join(' ', open),
        };
        registry.GovernedHosts.Add(row);
        registrar.Audit("bot", "host.governed", Subject.ZoomUser(host), before: row.LeftOpen.Length > 0 ? row.LeftOpen : null);
        return row;
    }

    /// <summary>The host's open incidents, with one that was only just opened.</summary>
    private async Task<List<IncidentRow>> OpenOfAsync(string host, CancellationToken ct)
    {
        var open = await registry
            .Incidents.Where(row => row.HostId == host && row.Kind == IncidentKind.SettingChanged && row.ClosedAt == null)
            .ToListAsync(ct);
        open.AddRange(registry.Incidents.Local.Where(row => row.HostId == host && row.ClosedAt is null).Except(open).ToList());
        return open;
    }

    private async Task OpenAsync(string host, string[] changed, CancellationToken ct)
    {
        if (await OpenOfAsync(host, ct) is [var known, ..])
        {
            known.Detail = string.Join(' ', Words(known.Detail).Union(changed, StringComparer.Ordinal));
            return;
        }
        var now = clock.GetUtcNow();
        incidents.Open(
            new()
            {
                Id = Guid.CreateVersion7(now),
                Kind = IncidentKind.SettingChanged,
                HostId = host,
                At = now,
                OwnerId = (await people.FindAsync(LinkKind.Zoom, host, ct))?.Id,
                Detail = string.Join(' ', changed),
            },
            "bot"
        );
    }

    /// <summary>Somebody has to set right in Zoom what the bot can't or may not.</summary>
    private async Task AskAsync(string host, IReadOnlyList<string> left, CancellationToken ct)
    {
        var (kind, subject) = (Rules ? TaskKind.SettingLocked : TaskKind.SettingChanged, Subject.ZoomUser(host));
        if (await registry.Tasks.AnyAsync(task => task.Kind == kind && task.Subject == subject && task.ClosedAt == null, ct))
            return;
        var where = Rules ? await LockedByAsync(host, left, ct) : "";
        await registrar.OpenTaskAsync(kind, subject, Role.Operator, null, "", ct, host, string.Join(", ", left), where);
    }

    private static string[] Words(string? settings) => (settings ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where it is locked: <c>account</c>, <c>group</c>, or <c>unknown</c>.</summary>
    private async Task<string> LockedByAsync(string host, IReadOnlyList<string> settings, CancellationToken ct)
    {
        try
        {
            if (Locks(await zoom.Settings.GetAccountLocksAsync(ct), settings))
                return "account";
            foreach (var group in (await zoom.Users.GetAsync(host, ct)).GroupIds)
                if (Locks(await zoom.Settings.GetGroupLocksAsync(group, ct), settings))
                    return "group";
        }
        catch (ZoomException)
        {
            // The task says what is to be done all the same.
        }
        return "unknown";
    }

    private static bool Locks(RecordingLocks locks, IReadOnlyList<string> settings) =>
        (locks.LocalRecording is true && settings.Contains("local_recording", StringComparer.Ordinal))
        || (locks.CloudRecording is true && settings.Contains("cloud_recording", StringComparer.Ordinal))
        || (locks.AutoRecording is true && settings.Contains("auto_recording", StringComparer.Ordinal));
}
