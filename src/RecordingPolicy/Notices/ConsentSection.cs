using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Expiry;
using RecordingPolicy.LegalBases;
using RecordingPolicy.Publication;

namespace RecordingPolicy.Notices;

/// <summary>The consents that a decision's conditions wait for, in the words that people say yes or no to. It stands last, below the full information.</summary>
internal static class ConsentSection
{
    public const string Key = "consent";

    /// <summary>One for each purpose whose condition the decision has; none where nothing rests on consent or agreement.</summary>
    public static ImmutableArray<AskedConsent> Asked(NoticeFacts facts, NoticeWords words)
    {
        var conditions = facts
            .Decision.Findings.Where(finding => finding.Effect is Effect.Condition)
            .Select(finding => finding.Rule)
            .ToHashSet(StringComparer.Ordinal);
        var asked = ImmutableArray.CreateBuilder<AskedConsent>();
        if (conditions.Contains(ConsentRules.WrittenBefore.Id))
            asked.Add(new(ConsentKind.Recording, Recording(facts, words)));
        if (conditions.Contains(PublicationRules.Internet.Id))
            asked.Add(new(ConsentKind.Publication, NoticeWords.Say("consent.internet", words.Publication, Keeps(facts, words))));
        else if (conditions.Contains(PublicationRules.Agreed.Id))
            asked.Add(new(ConsentKind.Publication, NoticeWords.Say("consent.publication", words.Publication, Keeps(facts, words))));
        return asked.ToImmutable();
    }

    public static IEnumerable<NoticeSection> Of(ImmutableArray<AskedConsent> asked)
    {
        if (asked.IsEmpty)
            yield break;
        yield return new(
            Key,
            NoticeWords.Say("heading.consent"),
            [NoticeWords.Say("consent.about")],
            [.. asked.Select(consent => consent.Wording)]
        );
    }

    private static LocalizedText Recording(NoticeFacts facts, NoticeWords words) =>
        NoticeWords.Say(
            "consent.recording",
            words.ControllerName,
            NoticeWords.Written(facts.Request.Purpose.Text ?? "–"),
            words.Publication,
            Keeps(facts, words)
        );

    /// <summary>The rule alone: the date that it gives today is told above and may move, and what was consented to does not.</summary>
    private static LocalizedText Keeps(NoticeFacts facts, NoticeWords words) =>
        facts.Decision.Retention switch
        {
            RetentionPlan.WhileCourseIsOpen => NoticeWords.Say("consent.keeps.course"),
            RetentionPlan.For(var period) => NoticeWords.Say("consent.keeps.for", PeriodWords.Of(period)),
            _ => words.HowLong,
        };
}
