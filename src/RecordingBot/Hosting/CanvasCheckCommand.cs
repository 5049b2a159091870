using System.CommandLine;
using CanvasConnector;
using CanvasConnector.Access;

namespace RecordingBot.Hosting;

/// <summary><c>canvas check</c>: what the bot's token may in Canvas, and what it lacks or has too much for its work. Changes nothing.</summary>
public static class CanvasCheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Tells which of Canvas's scopes and rights the bot's token lacks or has too many.");
        command.SetAction(
            (parsed, ct) =>
            {
                var (console, settings) = (parsed.InvocationConfiguration, VerbSettings.Read());
                var work = CanvasWork.Of(settings.GetSection("Canvas"));
                return CanvasVerb.RunAsync(settings, console, canvas => CheckAsync(canvas, work, console.Output, ct));
            }
        );
        return command;
    }

    /// <summary>Asks and prints.</summary>
    /// <returns>1 where something is missing, else 0.</returns>
    public static async Task<int> CheckAsync(
        CanvasClient canvas,
        IReadOnlyCollection<CanvasTask> work,
        TextWriter output,
        CancellationToken ct
    )
    {
        var report = await canvas.CheckAsync(work, ct);
        foreach (var line in Lines(report))
            await output.WriteLineAsync(line);
        return report.IsEnough ? 0 : 1;
    }

    private static IEnumerable<string> Lines(AccessReport report)
    {
        yield return report.User is { } user ? $"The token belongs to user {user.Id}." : "Whose token it is can't be told.";
        foreach (var name in CanvasWork.Missing(report))
            yield return $"missing: {name}";
        foreach (var finding in report.Scopes.Concat(report.Rights).Where(finding => finding.Verdict is AccessVerdict.Unknown))
            yield return $"not known: {finding.Name}";
        foreach (var name in CanvasWork.Superfluous(report))
            yield return $"not needed: {name}";
        if (report.IsEnough)
            yield return "Nothing is known to be missing.";
    }
}
