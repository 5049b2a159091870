using System.Collections.Immutable;
using RecordingPolicy.Packs;
using RecordingPolicy.Recordings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RecordingBot.Packs;

/// <summary>Reads one pack file by itself: every key, rule and value that it has, and every mistake at once.</summary>
internal sealed class PackFileReader
{
    private const string FillIn = "fill-in";

    private readonly List<PackProblem> problems = [];
    private readonly string file;

    private PackFileReader(string file) => this.file = file;

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="file">The file's name, without its folder.</param>
    /// <param name="bytes">What is in it.</param>
    public static PackFile Read(string file, byte[] bytes)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var reader = new PackFileReader(file);
        var keys = reader.Parse(bytes);
        var extends = keys?.Word("extends");
        var values = keys is null ? new() : reader.ReadValues(name, keys);
        return new(
            name,
            file,
            bytes,
            extends,
            keys?.Lines ?? new Dictionary<string, int>(StringComparer.Ordinal),
            values,
            [.. reader.problems]
        );
    }

    private PackKeys? Parse(byte[] bytes)
    {
        try
        {
            var yaml = new YamlStream();
            using var text = new StreamReader(new MemoryStream(bytes), detectEncodingFromByteOrderMarks: true);
            yaml.Load(text);
            if (yaml.Documents is [{ RootNode: YamlMappingNode mapping }])
                return new(mapping, Note);
            Note(1, "A pack is one document of keys with values.");
        }
        catch (YamlException e)
        {
            Note((int)e.Start.Line, "This is not readable as YAML, or a key stands there twice.");
        }
        return null;
    }

    private PackValues ReadValues(string name, PackKeys keys)
    {
        if (keys.Needed("pack") is { } own && !string.Equals(own, name, StringComparison.Ordinal))
            keys.Note("pack", $"pack takes the file's own name, {name}.");
        var (on, off) = ReadRules(keys);
        var values = new PackValues
        {
            RulesOn = on,
            RulesOff = off,
            Controller = keys.OrWord("controller", FillIn, key => keys.Group(key, ReadController)),
            Contact = keys.OrWord("contact", FillIn, key => keys.Group(key, ReadContact)),
            Dpo = keys.OrWord("dpo", FillIn, key => keys.Group(key, ReadContact)),
            PrivacyPolicy = keys.OrWord("privacyPolicy", FillIn, keys.Address),
            Languages = ReadLanguages(keys),
            TimeZone = keys.Zone("timeZone"),
            Storage = keys.OrWord("storage", "any", key => keys.Groups(key, ReadStorage)),
            Categories = keys.OrWord(
                "categories",
                "any",
                key => keys.Words(key)?.Select(word => word.Text).ToImmutableHashSet(StringComparer.Ordinal)
            ),
            PublicationSystems = keys.OrWord("publicationSystems", "any", key => keys.Groups(key, ReadSystem)),
            NormallyInCanvasCourse = keys.EitherOr("normalPublication", "canvas-course", "none-prescribed"),
            NormallyForCourseLifetime = keys.EitherOr("normalAvailability", "course-lifetime", "none-prescribed"),
            ConsentRoutine = keys.OrWord("consentRoutine", "none", keys.Localized),
            SensitiveRoutine = keys.OrWord("sensitiveRoutine", "none", keys.Localized),
            Transit = keys.Period("transit"),
            PurposeMinLength = keys.Number("purposeMinLength", least: 1),
            LongestRetention = keys.Period("longestRetention"),
            Warnings = ReadWarnings(keys),
            MinimumWarning = keys.Period("minimumWarning"),
            KeepAtLeast = keys.OrWord("keepAtLeast", "none", keys.Period),
            Closing = keys.Choice<ClosingRule>("closing"),
            OpenCourseReview = keys.Group("openCourseReview", ReadReview),
            Disposal = keys.OrWord("disposal", FillIn, key => keys.Group(key, ReadDisposal)),
            LogFollowUp = keys.Group("logFollowUp", ReadLogFollowUp),
            AccessReview = keys.Period("accessReview"),
            Keep = keys.Group("keep", ReadKeepingTimes),
            Add = keys.Group("add", ReadAdditions),
        };
        keys.Close();
        return values;
    }

    private (ImmutableArray<string> On, ImmutableArray<string> Off) ReadRules(PackKeys keys)
    {
        var (on, off) = (ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        keys.Group(
            "rules",
            rules =>
            {
                (on, off) = (KnownRules(rules, "on"), KnownRules(rules, "off"));
                if (on.Intersect(off, StringComparer.Ordinal).FirstOrDefault() is { } both)
                    rules.Note("off", $"The rule '{both}' is both on and off.");
                return rules;
            }
        );
        return (on, off);
    }

    private ImmutableArray<string> KnownRules(PackKeys keys, string key)
    {
        var known = ImmutableArray.CreateBuilder<string>();
        foreach (var (id, line) in keys.Words(key) ?? [])
        {
            if (RuleCatalogue.Find(id) is null)
                Note(line, $"There is no rule '{id}'.");
            else
                known.Add(id);
        }
        return known.DrainToImmutable();
    }

    private static Controller? ReadController(PackKeys keys)
    {
        var name = keys.Localized("name");
        if (name is null && !keys.Has("name"))
            keys.Note("name", "name is missing.");
        var (number, address) = (NeededOrBlank(keys, "registrationNumber"), NeededOrBlank(keys, "address"));
        var (phone, email) = (NeededOrBlank(keys, "phone"), NeededOrBlank(keys, "email"));
        return name is null ? null : new(name, number, address, phone, email);
    }

    /// <summary>A word that must stand there; null where it says that the institution fills it in.</summary>
    private static string? NeededOrBlank(PackKeys keys, string key) => keys.Needed(key) is { } word and not FillIn ? word : null;

    private static ContactPoint? ReadContact(PackKeys keys)
    {
        var (email, phone, page) = (keys.Word("email"), keys.Word("phone"), keys.Address("page"));
        if (email is not null || phone is not null || page is not null)
            return new(email, phone, page);
        keys.Note("email", "A contact needs an email, a phone or a page.");
        return null;
    }

    private static ImmutableArray<string>? ReadLanguages(PackKeys keys)
    {
        if (keys.Words("languages") is not { } words)
            return null;
        if (words is not [] && words.All(word => word.Text is "sv" or "en"))
            return [.. words.Select(word => word.Text).Distinct(StringComparer.Ordinal)];
        keys.Note("languages", "languages takes sv, en, or both.");
        return null;
    }

    private static AllowedStorage? ReadStorage(PackKeys keys)
    {
        var place = keys.Choice<StoragePlace>("place");
        if (!keys.Has("place"))
            keys.Note("place", "place is missing.");
        var (name, country) = (keys.Word("name"), keys.Word("country"));
        var sensitive = keys.YesOrNo("privacySensitive") ?? false;
        if (country is not null && !Countries.IsCode(country))
            keys.Note("country", "country takes a code of ISO 3166-1 alpha-2, such as SE.");
        if (place is not { } known)
            return null;
        if (Storage.NeedsName(known) == (name is not null))
            return new(known, name, country, sensitive);
        keys.Note("name", "Named systems have a name, other places none.");
        return null;
    }

    private static PublicationSystem? ReadSystem(PackKeys keys)
    {
        var name = keys.Needed("name");
        var (sensitive, internet) = (keys.YesOrNo("privacySensitive") ?? false, keys.YesOrNo("internet") ?? false);
        return name is null ? null : new(name, sensitive, internet);
    }

    private static PackAdditions ReadAdditions(PackKeys keys) =>
        new(
            keys.Groups("storage", ReadStorage) ?? [],
            keys.Groups("publicationSystems", ReadSystem) ?? [],
            [.. keys.Words("categories")?.Select(word => word.Text) ?? []]
        );

    private static ImmutableArray<CalendarPeriod>? ReadWarnings(PackKeys keys)
    {
        if (keys.Words("warnings") is not { } words)
            return null;
        var periods = words.Select(word => CalendarPeriod.TryParse(word.Text)).ToArray();
        if (periods is not [] && periods.All(period => period is { IsZero: false }))
            return [.. periods.Select(period => period!)];
        keys.Note("warnings", "warnings takes durations as ISO 8601, such as P30D, at least one.");
        return null;
    }

    private static OpenCourseReview? ReadReview(PackKeys keys)
    {
        var (after, every) = (keys.NeededPeriod("after"), keys.NeededPeriod("thenEvery"));
        return after is null || every is null ? null : new(after, every);
    }

    private static DisposalAuthority? ReadDisposal(PackKeys keys)
    {
        var (reference, role, from) = (keys.Needed("reference"), keys.Needed("role"), keys.Day("validFrom"));
        if (!keys.Has("validFrom"))
            keys.Note("validFrom", "validFrom is missing.");
        return reference is null || role is null || from is null ? null : new(reference, role, from.Value);
    }

    private static LogFollowUp? ReadLogFollowUp(PackKeys keys)
    {
        var (every, keptFor) = (keys.NeededPeriod("every"), keys.NeededPeriod("keptFor"));
        var (by, keptIn) = (keys.Needed("by"), keys.Needed("keptIn"));
        return every is null || keptFor is null || by is null || keptIn is null ? null : new(every, by, keptIn, keptFor);
    }

    private static KeepingTimes? ReadKeepingTimes(PackKeys keys)
    {
        var (answer, log) = (keys.NeededPeriod("missingAnswer"), keys.NeededPeriod("log"));
        var own = keys.NeededPeriod("ownRecords");
        return answer is null || log is null || own is null ? null : new(answer, log, own);
    }

    private void Note(int line, string reason) => problems.Add(new(file, line, reason));
}
