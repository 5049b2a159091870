using System.Text.Json;

namespace Benchmarks.Chat;

/// <summary>Somebody who calls what a teacher would say, and wants to hear it again.</summary>
internal sealed class Caller : ISpeaker
{
    private int said;

    /// <inheritdoc />
    public int Finished => said / Teacher.Words.Count;

    /// <inheritdoc />
    public string Next(IReadOnlyList<JsonElement> heard)
    {
        if (said > 0 && heard is not [var only] || said > 0 && !heard[0].GetProperty("text").ValueEquals(Word(said - 1)))
            throw new BenchmarkException($"The echo of \"{Word(said - 1)}\" is something else.");
        return Word(said++);
    }

    private static string Word(int at) => Teacher.Words[at % Teacher.Words.Count];
}
