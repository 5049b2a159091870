using System.Collections.Immutable;

namespace RecordingPolicy.Notices;

/// <summary>Compares two versions of a notice, part by part and sentence by sentence.</summary>
public static class NoticeChanges
{
    /// <summary>What differs, in the order of the newer version; parts that are gone stand last. Empty where nothing that is said differs.</summary>
    public static ImmutableArray<NoticeChange> Between(IReadOnlyList<NoticeSection> earlier, IReadOnlyList<NoticeSection> newer)
    {
        var keys = newer.Concat(earlier).Select(section => section.Key).Distinct(StringComparer.Ordinal);
        ImmutableArray<NoticeChange> all = [.. keys.Select(key => Of(Find(earlier, key), Find(newer, key))).OfType<NoticeChange>()];
        // The words of a consent repeat what the other parts say; told by themselves they would be told twice.
        var repeats = all.Length > 1 && Find(earlier, ConsentSection.Key) is not null && Find(newer, ConsentSection.Key) is not null;
        return repeats ? all.RemoveAll(change => change.Key == ConsentSection.Key) : all;
    }

    private static NoticeChange? Of(NoticeSection? earlier, NoticeSection? newer)
    {
        var (before, now) = (Lines(earlier), Lines(newer));
        ImmutableArray<LocalizedText> gone = [.. before.Except(now)];
        ImmutableArray<LocalizedText> added = [.. now.Except(before)];
        var section = newer ?? earlier!;
        return gone.IsEmpty && added.IsEmpty ? null : new(section.Key, section.Heading, gone, added);
    }

    private static NoticeSection? Find(IReadOnlyList<NoticeSection> sections, string key) =>
        sections.FirstOrDefault(section => section.Key == key);

    private static LocalizedText[] Lines(NoticeSection? section) => section is null ? [] : [.. section.Paragraphs, .. section.Items];
}
