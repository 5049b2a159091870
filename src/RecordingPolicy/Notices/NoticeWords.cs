using System.Collections.Immutable;
using RecordingPolicy.Expiry;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;
using RecordingPolicy.Publication;

namespace RecordingPolicy.Notices;

/// <summary>The facts of a notice in words that more than one of its parts uses.</summary>
internal sealed class NoticeWords
{
    private readonly NoticeFacts facts;
    private readonly PolicyPack pack;
    private readonly RecordingRequest request;

    public NoticeWords(NoticeFacts facts, PolicyPack pack) => (this.facts, this.pack, request) = (facts, pack, facts.Request);

    public LocalizedText Title => request.Meeting.Topic is { } topic ? Say("title.topic", Written(topic)) : Say("title");

    public LocalizedText ControllerName => pack.Controller?.Name ?? FillIn;

    /// <summary>What stands where the institution has yet to fill something in.</summary>
    public static LocalizedText FillIn => Texts.Notice["fill-in"];

    /// <summary>A fact of the institution, or that it has yet to fill it in.</summary>
    public static LocalizedText OrFillIn(string? fact) => fact is null ? FillIn : LocalizedText.Same(fact);

    /// <summary>The legal basis: words before the article.</summary>
    public LocalizedText Basis => request.LegalBasis.Kind is { } kind ? Say($"basis.{WireName.Of(kind)}") : Say("basis.none");

    /// <summary>Each departure from the normal case, in words.</summary>
    public ImmutableArray<LocalizedText> Deviations =>
        [.. facts.Decision.Notice.Deviations.Select(deviation => Say($"deviation.{WireName.Of(deviation)}"))];

    /// <summary>The departures as briefly as a chat needs them.</summary>
    public ImmutableArray<LocalizedText> ShortDeviations =>
        [.. facts.Decision.Notice.Deviations.Select(deviation => Say($"chat.deviation.{WireName.Of(deviation)}"))];

    /// <summary>The legal basis without its article.</summary>
    public LocalizedText ShortBasis =>
        request.LegalBasis.Kind is { } kind ? Say($"chat.basis.{WireName.Of(kind)}") : Say("chat.basis.none");

    /// <summary>How long the recording stays, as briefly as a chat needs it.</summary>
    public LocalizedText ShortHowLong =>
        (facts.Decision.Retention, EndsAt) switch
        {
            (RetentionPlan.WhileCourseIsOpen, { } end) => Say("chat.keeps.course", Date(end)),
            (RetentionPlan.WhileCourseIsOpen, null) => Say("chat.keeps.course-open"),
            (_, { } end) => Say("keeps.until", Date(end)),
            _ => Say("keeps.undecided"),
        };

    /// <summary>Where the recording is published and who can see it there.</summary>
    public LocalizedText Publication =>
        request.Publication switch
        {
            null => Say("publication.undecided"),
            { Kind: PublicationKind.None } => Say("publication.none"),
            { Kind: PublicationKind.OpenInternet } => Say("publication.open-internet"),
            { Kind: PublicationKind.ApprovedSystem } target => Say(
                PublicationRules.IsPublic(request, pack) ? "publication.public-system" : "publication.approved-system",
                Written(target.Target!)
            ),
            { } target => Course(target),
        };

    /// <summary>The further courses in which it is shown too; empty where there are none.</summary>
    public IEnumerable<LocalizedText> FurtherCourses =>
        facts.FurtherCourses.Select(name => Say("publication.further-course", Written(name)));

    /// <summary>How long the recording stays, by which rule, and to which date as things are today.</summary>
    public LocalizedText HowLong =>
        (facts.Decision.Retention, EndsAt) switch
        {
            (RetentionPlan.WhileCourseIsOpen, { } end) => Say("keeps.course", Date(end)),
            (RetentionPlan.WhileCourseIsOpen, null) => Say("keeps.course-open"),
            (RetentionPlan.For(var period), { } end) => Say("keeps.for", PeriodWords.Of(period), Date(end)),
            (RetentionPlan.Until, { } end) => Say("keeps.until", Date(end)),
            _ => Say("keeps.undecided"),
        };

    /// <summary>The end as things are today; where nobody has said it, what the plan itself says.</summary>
    private DateTimeOffset? EndsAt =>
        facts.EndsAt
        ?? facts.Decision.Retention switch
        {
            RetentionPlan.Until(var day) => pack.EndOf(day),
            RetentionPlan.For(var period) => pack.AfterCalendar(request.Meeting.EndsAt, period),
            _ => null,
        };

    /// <summary>A moment with weekday, time and zone.</summary>
    public LocalizedText Date(DateTimeOffset moment) => MomentWords.Of(moment, pack.TimeZone);

    /// <summary>What a person wrote, on one line: a line break must not look like a part of the notice.</summary>
    public static LocalizedText Written(string text) =>
        LocalizedText.Same(
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        );

    public static LocalizedText Say(string key, params IReadOnlyList<LocalizedText> values) => Texts.Notice[key].Format(values);

    private LocalizedText Course(PublicationTarget target) =>
        request.Meeting.Course is not { } course || !target.IsCourse(course.Id) ? Say("publication.other-course")
        : course.IsPublic is true ? Say("publication.public-course")
        : facts.CourseName is { } name ? Say("publication.course-named", Written(name))
        : Say("publication.course");
}
