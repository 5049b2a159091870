using System.Text.RegularExpressions;

namespace RecordingBot.Tests.Conventions;

/// <summary>A step never calls another: it leaves a state in the registry, and the next finds it there (style.md 2).</summary>
internal static class StepUse
{
    /// <summary>Where a step's class is named outside its own file and its feature's.</summary>
    /// <param name="steps">The names of the classes that act.</param>
    /// <param name="sources">Source files with their texts, by path.</param>
    public static IReadOnlyList<string> Offences(IReadOnlyCollection<string> steps, IEnumerable<(string Path, string Text)> sources) =>
        [
            .. sources.SelectMany(source =>
                steps.Where(step => Uses(source.Path, source.Text, step)).Select(step => $"{source.Path} names {step}")
            ),
        ];

    private static bool Uses(string path, string text, string step)
    {
        var file = path.Split('/')[^1];
        return file != step + ".cs"
            && !file.EndsWith("Feature.cs", StringComparison.Ordinal)
            && Regex.IsMatch(text, $@"\b{step}\b", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
