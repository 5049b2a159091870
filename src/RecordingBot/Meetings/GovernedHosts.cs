using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;

namespace RecordingBot.Meetings;

/// <summary>Whose right to record the gate rules (<see cref="GovernedOptions"/>).</summary>
public sealed class GovernedHosts(RegistryContext registry, IOptions<MeetingsOptions> options)
{
    /// <summary>Whether the bot changes this host's settings in Zoom, and stops what they record without approval.</summary>
    public async Task<bool> IsRuledAsync(string host, CancellationToken ct)
    {
        if (options.Value.Observes)
            return false;
        var said = options.Value.Governed;
        if (said.All || said.Hosts.Contains(host, StringComparer.Ordinal))
            return true;
        return said.IsSaid
            ? await registry.GovernedHosts.AnyAsync(row => row.Id == host, ct)
            : await Linked(registry).ContainsAsync(host, ct);
    }

    /// <summary>The accounts of those who are known here and have not left.</summary>
    public static IQueryable<string> Linked(RegistryContext registry) =>
        registry
            .PersonLinks.Where(link => link.Kind == LinkKind.Zoom)
            .Where(link => registry.People.Any(person => person.Id == link.PersonId && person.LeftAt == null))
            .Select(link => link.ExternalId);
}
