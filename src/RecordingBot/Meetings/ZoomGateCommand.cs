using System.CommandLine;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Errors;
using ZoomConnector.Settings;

namespace RecordingBot.Meetings;

/// <summary><c>zoom gate</c>: whom the gate would govern by these settings, and what it would change for each. Changes nothing, and needs no registry.</summary>
public static class ZoomGateCommand
{
    public static Command Create()
    {
        var command = new Command(
            "gate",
            "Tells what the gate would change in Zoom for each governed host, as long as no approval's window is open. Changes nothing."
        );
        command.SetAction(
            (parsed, ct) =>
            {
                var (console, settings) = (parsed.InvocationConfiguration, VerbSettings.Read());
                var meetings = settings.GetSection("Meetings").Get<MeetingsOptions>() ?? new();
                var people = settings.GetSection("People").Get<PersonSetting[]>() ?? [];
                return ZoomVerb.RunAsync(
                    settings,
                    console,
                    services => TellAsync(services.GetRequiredService<ZoomClient>(), meetings, people, console.Output, ct)
                );
            }
        );
        return command;
    }

    /// <summary>Asks and prints: ids and Zoom's names of settings, no person's.</summary>
    /// <returns>1 where a host or group that the settings name isn't known in Zoom, else 0.</returns>
    public static async Task<int> TellAsync(
        ZoomClient zoom,
        MeetingsOptions meetings,
        IEnumerable<PersonSetting> people,
        TextWriter output,
        CancellationToken ct
    )
    {
        var linked = people.Select(person => person.ZoomUserId).Where(id => !string.IsNullOrWhiteSpace(id)).OfType<string>();
        var list = await GovernedList.ReadAsync(zoom, meetings.Governed, linked, ct);
        if (meetings.Observes)
            await output.WriteLineAsync("The gate observes: none of this would be changed.");
        foreach (var name in list.Unknown)
            await output.WriteLineAsync($"not known in Zoom: {name}");
        var changed = 0;
        foreach (var host in list.Hosts)
        {
            var changes = await ChangesAsync(zoom, host, ct);
            changed += changes.Length > 0 && changes[0].Contains("->", StringComparison.Ordinal) ? 1 : 0;
            await output.WriteLineAsync($"{host}: {(changes.Length == 0 ? "nothing to change" : string.Join("; ", changes))}");
        }
        await output.WriteLineAsync($"{list.Hosts.Count} governed, {changed} to change.");
        return list.Unknown.Count == 0 ? 0 : 1;
    }

    private static async Task<string[]> ChangesAsync(ZoomClient zoom, string host, CancellationToken ct)
    {
        RecordingSettings found;
        try
        {
            found = await zoom.Settings.GetRecordingAsync(host, ct);
        }
        catch (ZoomException gone) when (gone.Kind is ZoomErrorKind.NotFound)
        {
            return ["not known in Zoom"];
        }
        var wanted = RecordingAllowance.None.Wanted(found, opens: true);
        return
        [
            .. new[]
            {
                wanted.LocalRecording is null ? null : "local_recording on -> off",
                wanted.CloudRecording is null ? null : "cloud_recording on -> off",
                wanted.AutoRecording is null ? null : $"auto_recording {found.AutoRecording} -> none",
            }.OfType<string>(),
        ];
    }
}
