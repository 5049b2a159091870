using System.Collections.Immutable;

namespace RecordingBot.Packs;

/// <summary>One pack file, read by itself.</summary>
/// <param name="Name">The pack's name, which is the file's without its ending.</param>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Bytes">The file as it is, for the edition.</param>
/// <param name="Extends">The pack that it extends; null where none.</param>
/// <param name="Lines">The line of each key that it has.</param>
/// <param name="Values">What it says itself.</param>
/// <param name="Problems">What is wrong in it.</param>
internal sealed record PackFile(
    string Name,
    string File,
    byte[] Bytes,
    string? Extends,
    IReadOnlyDictionary<string, int> Lines,
    PackValues Values,
    ImmutableArray<PackProblem> Problems
)
{
    /// <summary>A problem at the first of these keys that the file has; at its first line where it has none of them.</summary>
    public PackProblem ProblemAt(string reason, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Lines.TryGetValue(key, out var line))
                return new(File, line, reason);
        }
        return new(File, 1, reason);
    }
}
