using System.Collections.Immutable;

namespace RecordingPolicy.Notices;

/// <summary>What has changed in one part of a notice, in the notice's own words.</summary>
/// <param name="Key">The part, as <see cref="NoticeSection.Key"/>.</param>
/// <param name="Heading">What stands over it.</param>
/// <param name="Before">What it said and says no longer; empty where something was only added.</param>
/// <param name="Now">What it says and did not say before; empty where something was only taken away.</param>
public sealed record NoticeChange(
    string Key,
    LocalizedText Heading,
    ImmutableArray<LocalizedText> Before,
    ImmutableArray<LocalizedText> Now
)
{
    /// <summary>The part in a word or two, for a chat: "purpose".</summary>
    public LocalizedText Name => NoticeWords.Say($"changed.{Key}");
}
