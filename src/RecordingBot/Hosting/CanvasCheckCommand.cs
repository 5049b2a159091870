using System.CommandLine;
using CanvasConnector;
using CanvasConnector.Access;

namespace RecordingBot.Hosting;

/// <summary><c>canvas check</c>: what the bot's token may in Canvas, and what it lacks or has too much for its work. Changes nothing.</summary>
public static class CanvasCheckCommand
{
    /// <summary>All that the bot does with Canvas.</summary>
    private static readonly CanvasTask[] Work =
    [
        CanvasTask.ReadLifetimes,
        CanvasTask.PublishFiles,
        CanvasTask.RemoveFiles,
        CanvasTask.SendMessages,
    ];

    public static Command Create()
    {
        var command = new Command("check", "Tells which of Canvas's scopes and rights the bot's token lacks or has too many.");
        command.SetAction(
            (parsed, ct) =>
            {
                var console = parsed.InvocationConfiguration;
                return CanvasVerb.RunAsync(VerbSettings.Read(), console, canvas => CheckAsync(canvas, console.Output, ct));
            }
        );
        return command;
    }

    /// <summary>Asks and prints.</summary>
    /// <returns>1 where something is missing, else 0.</returns>
    public static async Task<int> CheckAsync(CanvasClient canvas, TextWriter output, CancellationToken ct)
    {
        var report = await canvas.CheckAsync(Work, ct);
        foreach (var line in Lines(report))
            await output.WriteLineAsync(line);
        return report.IsEnough ? 0 : 1;
    }

    private static IEnumerable<string> Lines(AccessReport report)
    {
        yield return report.User is { } user ? $"The token belongs to user {user.Id}." : "Whose token it is can't be told.";
        foreach (var finding in report.Scopes.Concat(report.Rights).Where(finding => finding.Verdict is AccessVerdict.Missing))
            yield return $"missing: {finding.Name}";
        if (report.LeavesOutIncludes == true)
            yield return "missing: \"Allow Include Parameters\" of the developer key";
        foreach (var finding in report.Scopes.Concat(report.Rights).Where(finding => finding.Verdict is AccessVerdict.Unknown))
            yield return $"not known: {finding.Name}";
        foreach (var name in report.SuperfluousScopes.Concat(report.SuperfluousRights))
            yield return $"not needed: {name}";
        if (report.IsEnough)
            yield return "Nothing is known to be missing.";
    }
}
