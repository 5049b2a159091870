using System.Collections.Immutable;
using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>The packs of a folder by name, or every problem that keeps one of them from loading.</summary>
/// <param name="Packs">The packs that loaded.</param>
/// <param name="Loaded">The same with the files that they were read from.</param>
/// <param name="Problems">What is wrong; the program starts only while there is nothing.</param>
public sealed record PackLibrary(
    ImmutableSortedDictionary<string, PolicyPack> Packs,
    ImmutableArray<LoadedPack> Loaded,
    ImmutableArray<PackProblem> Problems
)
{
    internal static PackLibrary Of(IEnumerable<PackProblem> problems, ImmutableArray<LoadedPack> packs) =>
        new(
            packs.ToImmutableSortedDictionary(loaded => loaded.Pack.Name, loaded => loaded.Pack, StringComparer.Ordinal),
            packs,
            [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]
        );
}
