using System.Collections.Immutable;
using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>The packs of a folder by name, or every problem that keeps one of them from loading.</summary>
/// <param name="Packs">The packs that loaded.</param>
/// <param name="Problems">What is wrong; the program starts only while there is nothing.</param>
public sealed record PackLibrary(ImmutableSortedDictionary<string, PolicyPack> Packs, ImmutableArray<PackProblem> Problems);
