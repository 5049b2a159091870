using System.Collections.Immutable;

namespace RecordingBot.Packs;

/// <summary>One pack file, read by itself.</summary>
/// <param name="Name">The pack's name, which is the file's without its ending.</param>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Bytes">The file as it is, for the edition.</param>
/// <param name="Extends">The pack that it extends; null where none.</param>
/// <param name="ExtendsLine">The line that says so.</param>
/// <param name="Values">What it says itself.</param>
/// <param name="Problems">What is wrong in it.</param>
internal sealed record PackFile(
    string Name,
    string File,
    byte[] Bytes,
    string? Extends,
    int ExtendsLine,
    PackValues Values,
    ImmutableArray<PackProblem> Problems
);
