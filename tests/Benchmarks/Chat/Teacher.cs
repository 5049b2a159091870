using System.Text.Json;

namespace Benchmarks.Chat;

/// <summary>A teacher who walks the whole interview, from "record" to an approval, again and again.</summary>
internal sealed class Teacher : ISpeaker
{
    private const string Beginning = "record";
    private const string End = "decide";

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["meeting"] = "1",
        ["purpose.text"] = "Students repeat the derivations before the laboratory session.",
        ["necessity.achievableWithout"] = "no",
        ["necessity.justification"] = "The derivations are long, and a third of the course is on placement that week.",
        ["legalBasis.kind"] = "public-interest",
        ["audience.groups"] = "students",
        ["contains.sensitive"] = "none",
        ["participationOptions.cameraOptional"] = "yes",
        ["participationOptions.microphoneOptional"] = "yes",
        ["storage"] = "recorder-computer",
        ["publication"] = "canvas-course",
        ["availability"] = "course-lifetime",
        ["review"] = End,
    };

    private string last = "";

    /// <summary>Everything that is said in one interview, in some order.</summary>
    public static IReadOnlyList<string> Words { get; } = [Beginning, .. Answers.Values];

    /// <inheritdoc />
    public int Finished { get; private set; }

    /// <inheritdoc />
    public string Next(IReadOnlyList<JsonElement> heard) => last = After(heard);

    private string After(IReadOnlyList<JsonElement> heard)
    {
        if (heard is [])
            return Beginning;
        if (last == End)
        {
            // An approval names the condition that every one has.
            if (!heard.Any(message => Text(message).Contains("notice.before-start", StringComparison.Ordinal)))
                throw new BenchmarkException($"The interview ended with: {Text(heard[^1])}");
            Finished++;
            return Beginning;
        }
        return
            heard.Select(Question).LastOrDefault(question => question is not null) is { } asked
            && Answers.TryGetValue(asked, out var answer)
            ? answer
            : throw new BenchmarkException($"An unexpected question: {Text(heard[^1])}");
    }

    private static string Text(JsonElement message) => message.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    private static string? Question(JsonElement message) =>
        message.TryGetProperty("channelData", out var data) && data.TryGetProperty("question", out var question)
            ? question.GetString()
            : null;
}
