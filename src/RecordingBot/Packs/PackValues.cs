using System.Collections.Immutable;
using RecordingPolicy;
using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>What one pack file says itself. Null: it says nothing, and what it extends stands.</summary>
internal sealed record PackValues
{
    public ImmutableArray<string> RulesOn { get; init; } = [];
    public ImmutableArray<string> RulesOff { get; init; } = [];
    public Given<Controller>? Controller { get; init; }
    public Given<ContactPoint>? Contact { get; init; }
    public Given<ContactPoint>? Dpo { get; init; }
    public Given<Uri>? PrivacyPolicy { get; init; }
    public ImmutableArray<string>? Languages { get; init; }
    public TimeZoneInfo? TimeZone { get; init; }
    public Given<ImmutableArray<AllowedStorage>?>? Storage { get; init; }
    public Given<ImmutableHashSet<string>>? Categories { get; init; }
    public Given<ImmutableArray<PublicationSystem>?>? PublicationSystems { get; init; }
    public bool? NormallyInCanvasCourse { get; init; }
    public bool? NormallyForCourseLifetime { get; init; }
    public Given<LocalizedText>? ConsentRoutine { get; init; }
    public Given<LocalizedText>? SensitiveRoutine { get; init; }
    public CalendarPeriod? Transit { get; init; }
    public int? PurposeMinLength { get; init; }
    public CalendarPeriod? LongestRetention { get; init; }
    public ImmutableArray<CalendarPeriod>? Warnings { get; init; }
    public CalendarPeriod? MinimumWarning { get; init; }
    public Given<CalendarPeriod>? KeepAtLeast { get; init; }
    public ClosingRule? Closing { get; init; }
    public OpenCourseReview? OpenCourseReview { get; init; }
    public Given<DisposalAuthority>? Disposal { get; init; }
    public LogFollowUp? LogFollowUp { get; init; }
    public CalendarPeriod? AccessReview { get; init; }
    public KeepingTimes? Keep { get; init; }
    public PackAdditions? Add { get; init; }

    /// <summary>These values over those of the pack that is extended.</summary>
    public PackValues Over(PackValues parent)
    {
        var values = InPlaceOf(parent);
        return Add is null
            ? values
            : values with
            {
                Add = Add,
                Storage = Add.To(values.Storage),
                Categories = Add.To(values.Categories),
                PublicationSystems = Add.To(values.PublicationSystems),
            };
    }

    private PackValues InPlaceOf(PackValues parent) =>
        new()
        {
            RulesOn = [.. parent.RulesOn.Except(RulesOff, StringComparer.Ordinal).Union(RulesOn, StringComparer.Ordinal)],
            Controller = Controller ?? parent.Controller,
            Contact = Contact ?? parent.Contact,
            Dpo = Dpo ?? parent.Dpo,
            PrivacyPolicy = PrivacyPolicy ?? parent.PrivacyPolicy,
            Languages = Languages ?? parent.Languages,
            TimeZone = TimeZone ?? parent.TimeZone,
            Storage = Storage ?? parent.Storage,
            Categories = Categories ?? parent.Categories,
            PublicationSystems = PublicationSystems ?? parent.PublicationSystems,
            NormallyInCanvasCourse = NormallyInCanvasCourse ?? parent.NormallyInCanvasCourse,
            NormallyForCourseLifetime = NormallyForCourseLifetime ?? parent.NormallyForCourseLifetime,
            ConsentRoutine = ConsentRoutine ?? parent.ConsentRoutine,
            SensitiveRoutine = SensitiveRoutine ?? parent.SensitiveRoutine,
            Transit = Transit ?? parent.Transit,
            PurposeMinLength = PurposeMinLength ?? parent.PurposeMinLength,
            LongestRetention = LongestRetention ?? parent.LongestRetention,
            Warnings = Warnings ?? parent.Warnings,
            MinimumWarning = MinimumWarning ?? parent.MinimumWarning,
            KeepAtLeast = KeepAtLeast ?? parent.KeepAtLeast,
            Closing = Closing ?? parent.Closing,
            OpenCourseReview = OpenCourseReview ?? parent.OpenCourseReview,
            Disposal = Disposal ?? parent.Disposal,
            LogFollowUp = LogFollowUp ?? parent.LogFollowUp,
            AccessReview = AccessReview ?? parent.AccessReview,
            Keep = Keep ?? parent.Keep,
        };

    /// <summary>The keys that neither the pack nor what it extends gives.</summary>
    public IEnumerable<string> Missing() =>
        new (string Key, object? Value)[]
        {
            ("controller", Controller),
            ("contact", Contact),
            ("dpo", Dpo),
            ("privacyPolicy", PrivacyPolicy),
            ("languages", Languages),
            ("timeZone", TimeZone),
            ("storage", Storage),
            ("categories", Categories),
            ("publicationSystems", PublicationSystems),
            ("normalPublication", NormallyInCanvasCourse),
            ("normalAvailability", NormallyForCourseLifetime),
            ("consentRoutine", ConsentRoutine),
            ("transit", Transit),
            ("purposeMinLength", PurposeMinLength),
            ("longestRetention", LongestRetention),
            ("warnings", Warnings),
            ("minimumWarning", MinimumWarning),
            ("keepAtLeast", KeepAtLeast),
            ("closing", Closing),
            ("openCourseReview", OpenCourseReview),
            ("disposal", Disposal),
            ("logFollowUp", LogFollowUp),
            ("accessReview", AccessReview),
            ("keep", Keep),
        }
            .Where(entry => entry.Value is null)
            .Select(entry => entry.Key);

    /// <summary>Where the normal case that is told differs from the rules that watch it.</summary>
    public IEnumerable<(string Key, string Reason)> Contradictions()
    {
        if (NormallyInCanvasCourse is { } inCourse && inCourse != IsOn("publication.canvas-normal"))
            yield return (
                "normalPublication",
                "normalPublication is canvas-course exactly where the rule publication.canvas-normal is on."
            );
        if (NormallyForCourseLifetime is { } lifetime && lifetime != IsOn("availability.course-normal"))
            yield return (
                "normalAvailability",
                "normalAvailability is course-lifetime exactly where the rule availability.course-normal is on."
            );
        foreach (var key in Add?.ToWhatIsOpen(this) ?? [])
            yield return ("add", $"There is nothing to add to: {key} is any.");
    }

    private bool IsOn(string rule) => RulesOn.Contains(rule, StringComparer.Ordinal);

    /// <summary>The pack. Only when nothing is <see cref="Missing"/>.</summary>
    public PolicyPack ToPack(string name, string edition) =>
        new()
        {
            Name = name,
            Edition = edition,
            RuleIds = [.. RulesOn],
            Controller = Controller!.Value,
            Contact = Contact!.Value,
            Dpo = Dpo!.Value,
            PrivacyPolicy = PrivacyPolicy!.Value,
            Languages = Languages!.Value,
            TimeZone = TimeZone!,
            Storage = Storage!.Value,
            Categories = Categories!.Value,
            PublicationSystems = PublicationSystems!.Value,
            NormallyInCanvasCourse = NormallyInCanvasCourse!.Value,
            NormallyForCourseLifetime = NormallyForCourseLifetime!.Value,
            ConsentRoutine = ConsentRoutine!.Value,
            SensitiveRoutine = SensitiveRoutine?.Value,
            Transit = Transit!,
            PurposeMinLength = PurposeMinLength!.Value,
            LongestRetention = LongestRetention!,
            Warnings = Warnings!.Value,
            MinimumWarning = MinimumWarning!,
            KeepAtLeast = KeepAtLeast!.Value,
            Closing = Closing!.Value,
            OpenCourseReview = OpenCourseReview!,
            Disposal = Disposal!.Value,
            LogFollowUp = LogFollowUp!,
            AccessReview = AccessReview!,
            Keep = Keep!,
        };
}
