using System.Collections.Immutable;

namespace RecordingBot.Packs;

/// <summary>A file that a pack was read from.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Bytes">The file as it is.</param>
public sealed record PackSource(string File, ImmutableArray<byte> Bytes);
