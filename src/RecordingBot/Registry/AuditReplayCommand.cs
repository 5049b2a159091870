using System.CommandLine;

namespace RecordingBot.Registry;

/// <summary><c>audit replay</c>: whether the audit log alone gives the state that the registry has. Changes nothing.</summary>
public static class AuditReplayCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        var data = RegistryVerb.Data();
        var command = new Command("replay", "Rebuilds every recording's state from the log and compares: 0 the same, 2 not.") { data };
        command.SetAction(
            (parsed, ct) =>
                RegistryVerb.RunAsync(
                    parsed.GetValue(data),
                    parsed.InvocationConfiguration,
                    registry => ReplayAsync(registry, parsed.InvocationConfiguration, ct)
                )
        );
        return command;
    }

    private static async Task<int> ReplayAsync(RegistryContext registry, InvocationConfiguration console, CancellationToken ct)
    {
        var replay = await AuditReplay.OfAsync(registry, ct);
        foreach (var difference in replay.Differences.Take(Shown))
            await console.Error.WriteLineAsync(difference);
        if (replay.Differences.Count > 0)
        {
            await console.Error.WriteLineAsync($"{replay.Differences.Count} differences between the log and the registry.");
            return AuditVerdict.Broken;
        }
        var counted = string.Join(", ", replay.Compared.Select(kind => $"{kind.Key} {kind.Value}"));
        await console.Output.WriteLineAsync($"The log gives the registry's state: {counted}.");
        if (replay.Older > 0)
            await console.Output.WriteLineAsync($"{replay.Older} are older than the log's chain and not in it.");
        return 0;
    }
}
