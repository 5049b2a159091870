using ZoomConnector;
using ZoomConnector.Errors;
using ZoomConnector.Groups;

namespace RecordingBot.Meetings;

/// <summary>Who is governed, as the settings say it and Zoom resolves it.</summary>
/// <param name="Hosts">Zoom's user ids.</param>
/// <param name="Unknown">What the settings name and Zoom doesn't know.</param>
public sealed record GovernedList(IReadOnlySet<string> Hosts, IReadOnlyList<string> Unknown)
{
    /// <summary>Reads it.</summary>
    /// <param name="zoom">Zoom.</param>
    /// <param name="options">What the installation says.</param>
    /// <param name="linked">The accounts that are linked to a person: they are it where nothing is said.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ZoomException">Zoom gave no whole list: nobody may be taken for "not governed".</exception>
    public static async Task<GovernedList> ReadAsync(
        ZoomClient zoom,
        GovernedOptions options,
        IEnumerable<string> linked,
        CancellationToken ct
    )
    {
        var (hosts, unknown) = (new SortedSet<string>(StringComparer.Ordinal), new List<string>());
        if (!options.IsSaid)
            hosts.UnionWith(linked);
        if (options.All)
        {
            await foreach (var user in zoom.Users.ListAsync(ct))
                hosts.Add(user.Id);
        }
        foreach (var host in options.Hosts)
        {
            if (await HostAsync(zoom, host, ct) is { } id)
                hosts.Add(id);
            else
                unknown.Add(host);
        }
        if (options.Groups.Count > 0)
            await AddMembersAsync(zoom, options.Groups, hosts, unknown, ct);
        return new(hosts, unknown);
    }

    private static async Task<string?> HostAsync(ZoomClient zoom, string named, CancellationToken ct)
    {
        try
        {
            return (await zoom.Users.GetAsync(named, ct)).Id;
        }
        catch (ZoomException gone) when (gone.Kind is ZoomErrorKind.NotFound)
        {
            return null;
        }
    }

    private static async Task AddMembersAsync(
        ZoomClient zoom,
        IEnumerable<string> named,
        SortedSet<string> hosts,
        List<string> unknown,
        CancellationToken ct
    )
    {
        var groups = new List<ZoomGroup>();
        await foreach (var group in zoom.Groups.ListAsync(ct))
            groups.Add(group);
        foreach (var name in named)
        {
            if (
                groups.Find(group => group.Id == name || string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } one
            )
                unknown.Add(name);
            else
            {
                await foreach (var member in zoom.Groups.ListMembersAsync(one.Id, ct))
                    hosts.Add(member.Id);
            }
        }
    }
}
