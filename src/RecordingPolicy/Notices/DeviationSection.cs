namespace RecordingPolicy.Notices;

/// <summary>What departs from the normal case and why, <c>notice.deviation-first</c>; nothing where nothing does.</summary>
internal static class DeviationSection
{
    public static IEnumerable<NoticeSection> Of(NoticeFacts facts, NoticeWords words)
    {
        if (words.Deviations.IsEmpty)
            yield break;
        yield return new(
            "deviations",
            NoticeWords.Say("heading.deviations"),
            facts.Request.DeviationReason is { } reason
                ? [.. words.Deviations, NoticeWords.Say("deviation.reason", NoticeWords.Written(reason))]
                : words.Deviations,
            []
        );
    }
}
