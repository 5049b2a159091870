using System.Collections.Immutable;
using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>A pack with the files that it was read from: its own first, then those that it extends.</summary>
public sealed record LoadedPack(PolicyPack Pack, ImmutableArray<PackSource> Sources);
