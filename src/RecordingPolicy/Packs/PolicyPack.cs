using System.Collections.Frozen;
using System.Collections.Immutable;
using RecordingPolicy.Publication;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Packs;

/// <summary>An institution's policy, parsed: which rules are on, their parameters, and the institution's own facts (rules.md, "What a pack holds").</summary>
public sealed class PolicyPack
{
    private readonly ImmutableHashSet<string> ruleIds = [];
    private readonly FrozenSet<string> on = [];

    /// <summary>The name by which a request chooses the pack.</summary>
    public required string Name { get; init; }

    /// <summary>A hash of the pack's content: a decision made under another edition may come out otherwise.</summary>
    public required string Edition { get; init; }

    /// <summary>The ids of the rules that are on, behaviours among them; their order means nothing.</summary>
    /// <exception cref="ArgumentException">An id is not in <see cref="RuleCatalogue"/>; the message names it.</exception>
    public required ImmutableHashSet<string> RuleIds
    {
        get => ruleIds;
        init
        {
            if (value.FirstOrDefault(id => RuleCatalogue.Find(id) is null) is { } unknown)
                throw new ArgumentException($"There is no rule '{unknown}'.", nameof(value));
            ruleIds = value;
            on = value.ToFrozenSet(StringComparer.Ordinal);
            Rules = [.. RuleCatalogue.All.Where(rule => value.Contains(rule.Id) && !rule.IsBehaviour)];
        }
    }

    /// <summary>The institution; null while it has not been filled in.</summary>
    public required Controller? Controller { get; init; }

    /// <summary>Who answers questions about recordings; null while it has not been filled in.</summary>
    public required ContactPoint? Contact { get; init; }

    /// <summary>The data protection officer; null while it has not been filled in.</summary>
    public required ContactPoint? Dpo { get; init; }

    /// <summary>The institution's privacy policy; null while it has not been filled in.</summary>
    public required Uri? PrivacyPolicy { get; init; }

    /// <summary>The languages of notices and bot, <c>sv</c> and <c>en</c>, the first one first.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>The zone in which days begin and end.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Where recordings may be kept; null where any place will do.</summary>
    public required ImmutableArray<AllowedStorage>? Storage { get; init; }

    /// <summary>The purposes of public interest in the institution's register; null where any will do.</summary>
    public required ImmutableHashSet<string>? Categories { get; init; }

    /// <summary>Where recordings may be published beside Canvas; null where any system will do.</summary>
    public required ImmutableArray<PublicationSystem>? PublicationSystems { get; init; }

    /// <summary>Whether a teaching recording is normally published in its Canvas course.</summary>
    public required bool NormallyInCanvasCourse { get; init; }

    /// <summary>Whether a teaching recording is normally kept for its course's lifetime.</summary>
    public required bool NormallyForCourseLifetime { get; init; }

    /// <summary>How consents are kept and withdrawn, in the institution's words; null where it has no routine.</summary>
    public required LocalizedText? ConsentRoutine { get; init; }

    /// <summary>When privacy-sensitive recordings are archived or deleted, in the institution's words or as a reference; null where it has no routine.</summary>
    public LocalizedText? SensitiveRoutine { get; init; }

    /// <summary>How long a recording may stay on the recorder's computer on its way to another storage.</summary>
    public required CalendarPeriod Transit { get; init; }

    /// <summary>The least number of characters of a purpose.</summary>
    public required int PurposeMinLength { get; init; }

    /// <summary>The longest time after the meeting that needs no approval.</summary>
    public required CalendarPeriod LongestRetention { get; init; }

    /// <summary>How long before the end people are warned, the longest first.</summary>
    public required ImmutableArray<CalendarPeriod> Warnings { get; init; }

    /// <summary>The shortest time between an accepted warning and the deletion.</summary>
    public required CalendarPeriod MinimumWarning { get; init; }

    /// <summary>The shortest time after the meeting that a recording is kept; null where there is none.</summary>
    public required CalendarPeriod? KeepAtLeast { get; init; }

    /// <summary>Which instant closes a course.</summary>
    public required ClosingRule Closing { get; init; }

    /// <summary>When a date is asked for while a course has no end.</summary>
    public required OpenCourseReview OpenCourseReview { get; init; }

    /// <summary>Under which decision recordings are deleted; null while it has not been filled in.</summary>
    public required DisposalAuthority? Disposal { get; init; }

    /// <summary>How access logs are followed up.</summary>
    public required LogFollowUp LogFollowUp { get; init; }

    /// <summary>How often given access is looked over.</summary>
    public required CalendarPeriod AccessReview { get; init; }

    /// <summary>How long the product keeps its own records.</summary>
    public required KeepingTimes Keep { get; init; }

    /// <summary>The rules that are on and can yield findings, in the catalogue's order.</summary>
    internal ImmutableArray<Rule> Rules { get; private init; } = [];

    /// <summary>The keys that the institution has yet to fill in: while one stands, Production refuses to start.</summary>
    public ImmutableArray<string> Placeholders =>
        [
            .. new (string Key, object? Value)[]
            {
                ("controller", Controller),
                ("controller.registrationNumber", Controller?.RegistrationNumber),
                ("controller.address", Controller?.Address),
                ("controller.phone", Controller?.Phone),
                ("controller.email", Controller?.Email),
                ("contact", Contact),
                ("dpo", Dpo),
                ("privacyPolicy", PrivacyPolicy),
                ("disposal", Disposal),
            }
                // Where the whole controller is missing, its parts need not be told one by one.
                .Where(entry =>
                    entry.Value is null && (Controller is not null || !entry.Key.StartsWith("controller.", StringComparison.Ordinal))
                )
                .Select(entry => entry.Key),
        ];

    /// <summary>
    /// The keys that a rule which is on wants stated, and that are not: said at start and by <c>packs check</c>. Nothing is kept from running, since
    /// an institution that has yet to write a routine down must not lose its deletions meanwhile.
    /// </summary>
    public ImmutableArray<string> Unstated => Has("retention.sensitive-routine") && SensitiveRoutine is null ? ["sensitiveRoutine"] : [];

    /// <summary>Whether a rule is on.</summary>
    public bool Has(string ruleId) => on.Contains(ruleId);

    /// <summary>23:59:59 of a day in the pack's time zone.</summary>
    public DateTimeOffset EndOf(DateOnly day) => LocalTime.ToInstant(day.ToDateTime(new(23, 59, 59)), TimeZone);

    /// <summary>The day of a moment in the pack's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTime.Of(instant, TimeZone));

    /// <summary>The moment that lies a period later on the calendar of the pack's time zone (<see cref="CalendarPeriod.AddTo"/>).</summary>
    public DateTimeOffset AfterCalendar(DateTimeOffset instant, CalendarPeriod period) => period.AddTo(instant, TimeZone);

    /// <summary>The moment that lies a period earlier (<see cref="CalendarPeriod.SubtractFrom"/>).</summary>
    public DateTimeOffset BeforeCalendar(DateTimeOffset instant, CalendarPeriod period) => period.SubtractFrom(instant, TimeZone);

    /// <summary>Whether a purpose stands in the institution's register of purposes of public interest.</summary>
    internal bool IsRegistered(string category) => Categories is null || Categories.Contains(category);

    /// <summary>The entry of <see cref="PublicationSystems"/> for a target; null where there is none or any system will do.</summary>
    internal PublicationSystem? Allowed(PublicationTarget target) =>
        PublicationSystems?.FirstOrDefault(system => system.IsNamed(target.Target));

    /// <summary>The entry of <see cref="Storage"/> that a storage falls under; null where there is none or any place will do.</summary>
    internal AllowedStorage? Allowed(Storage storage) =>
        Storage?.FirstOrDefault(allowed => allowed.IsSamePlace(storage.Place, storage.Name));
}
