using System.CommandLine;

namespace RecordingBot.Packs;

/// <summary>
/// <c>packs check FILE</c>: whether a pack loads. Every mistake in it, and in what it extends, on standard error with file, line and
/// reason, and status 2; else its edition and what the institution has yet to fill in. Writes nothing.
/// </summary>
/// <param name="folder">Finds the folder of the installed packs, for those that don't stand beside the file.</param>
public sealed class PacksCheckCommand(Func<string> folder)
{
    private const int BadInput = 2;

    /// <summary>The verb, to be added to <c>packs</c>.</summary>
    public Command Create()
    {
        Argument<string> file = new("FILE") { Description = "A policy pack as YAML; what it extends stands beside it or is installed." };
        Command command = new("check", "Says whether a policy pack loads, and names every mistake.") { file };
        command.SetAction(parsed =>
            Run(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
        );
        return command;
    }

    private int Run(string file, TextWriter output, TextWriter error)
    {
        try
        {
            var library = PackReader.ReadFile(file, folder());
            foreach (var problem in library.Problems)
                error.WriteLine(problem);
            foreach (var pack in library.Problems.IsEmpty ? library.Packs.Values : [])
            {
                output.WriteLine($"{pack.Name} loads: {pack.RuleIds.Count} rules, edition {pack.Edition}.");
                if (pack.Placeholders is [_, ..] blanks)
                    output.WriteLine($"The institution has yet to fill in {string.Join(", ", blanks)}.");
                if (pack.Unstated is [_, ..] unstated)
                    output.WriteLine($"A rule of the pack wants these stated: {string.Join(", ", unstated)}.");
            }
            return library.Problems.IsEmpty ? 0 : BadInput;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Without the fault's own words, which hold the path.
            error.WriteLine("FILE: the file can't be read.");
            return BadInput;
        }
    }
}
