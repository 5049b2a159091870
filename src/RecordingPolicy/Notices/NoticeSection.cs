using System.Collections.Immutable;

namespace RecordingPolicy.Notices;

/// <summary>A part of a notice: a heading, then paragraphs, then a list; either may be empty.</summary>
/// <param name="Key">What the part is about, the same in every notice: <c>deviations</c>, <c>purpose</c>, <c>rights</c>…</param>
/// <param name="Heading">What stands over it.</param>
/// <param name="Paragraphs">Whole sentences.</param>
/// <param name="Items">The entries of the list.</param>
public sealed record NoticeSection(
    string Key,
    LocalizedText Heading,
    ImmutableArray<LocalizedText> Paragraphs,
    ImmutableArray<LocalizedText> Items
);
