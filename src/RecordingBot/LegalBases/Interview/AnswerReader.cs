using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RecordingBot.Channels;

namespace RecordingBot.LegalBases.Interview;

/// <summary>Understands answers in Swedish and English: a number, a value, or words. What an answer may be is for the request's reader and the rules to say.</summary>
public static partial class AnswerReader
{
    /// <summary>Reads an answer.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="offers">What was offered.</param>
    /// <param name="text">What was said.</param>
    /// <param name="courseId">The meeting's course; null without one.</param>
    public static AnswerReading Read(Question question, IReadOnlyList<Offer> offers, string text, string? courseId)
    {
        if (question.IsContent && text.Is(Words.None))
            return new AnswerReading.Facts([.. Questions.All.Where(one => one.IsContent).Select(one => (one.Path, (JsonNode?)false))]);
        return question.Kind switch
        {
            AnswerKind.Text => string.IsNullOrWhiteSpace(text) ? new AnswerReading.NotUnderstood() : Fact(question, text),
            AnswerKind.YesOrNo => YesOrNo(text) is { } answer ? Fact(question, answer) : new AnswerReading.NotUnderstood(),
            AnswerKind.Groups => ReadGroups(question, offers, text),
            AnswerKind.Storage => ReadStorage(question, offers, text),
            AnswerKind.Publication => ReadPublication(question, offers, text, courseId),
            AnswerKind.Availability => ReadAvailability(question, offers, text),
            // What isn't in the register may be named all the same: the rule then refers it.
            AnswerKind.Category => Fact(question, Offer.Meant(offers, text)?.Value ?? Words.Of(text)),
            AnswerKind.Course => ReadCourse(offers, text),
            _ => Offer.Meant(offers, text) is { } meant ? Fact(question, meant.Value) : new AnswerReading.NotUnderstood(),
        };
    }

    /// <summary>A plain yes or no, as words or as the first or second of two; null for anything else.</summary>
    public static bool? YesOrNo(string text) =>
        text.Is(Words.Yes) || Words.Of(text) == "1" ? true
        : text.Is(Words.No) || Words.Of(text) == "2" ? false
        : null;

    private static AnswerReading.Facts Fact(Question question, JsonNode? value) => new AnswerReading.Facts((question.Path, value));

    private static AnswerReading ReadCourse(IReadOnlyList<Offer> offers, string text) =>
        Offer.Meant(offers, text) switch
        {
            null => new AnswerReading.NotUnderstood(),
            { Value: InterviewOffers.NoCourse } => new AnswerReading.Left(),
            var course => new AnswerReading.Facts(("meeting.course.id", course.Value)),
        };

    private static AnswerReading ReadGroups(Question question, IReadOnlyList<Offer> offers, string text)
    {
        var groups = Between()
            .Split(Words.Of(text))
            .Where(part => part.Length > 0)
            .Select(part => Offer.Meant(offers, part)?.Value)
            .ToList();
        return groups.Count == 0 || groups.Contains(null)
            ? new AnswerReading.NotUnderstood()
            : Fact(question, new JsonArray([.. groups.Distinct(StringComparer.Ordinal).Select(group => JsonValue.Create(group))]));
    }

    private static AnswerReading ReadStorage(Question question, IReadOnlyList<Offer> offers, string text)
    {
        var said = Offer.Meant(offers, text)?.Value ?? text.Trim();
        if (Named().Match(said) is { Success: true } named)
            return Fact(
                question,
                new JsonObject { ["place"] = Words.Of(named.Groups["place"].Value), ["name"] = named.Groups["name"].Value }
            );
        // A place that isn't offered may be named all the same: the refusal then says what is allowed.
        return question.Values.Contains(Words.Of(said), StringComparer.Ordinal)
            ? Fact(question, new JsonObject { ["place"] = Words.Of(said) })
            : new AnswerReading.NotUnderstood();
    }

    private static AnswerReading ReadPublication(Question question, IReadOnlyList<Offer> offers, string text, string? courseId)
    {
        var said = Offer.Meant(offers, text)?.Value ?? text.Trim();
        if (Named().Match(said) is { Success: true } named)
            return Fact(
                question,
                new JsonObject { ["kind"] = Words.Of(named.Groups["place"].Value), ["target"] = named.Groups["name"].Value }
            );
        return said switch
        {
            _ when offers.Any(offer => offer.Value == "later") && (text.Is(Words.Later) || said == "later") => new AnswerReading.Left(),
            "canvas-course" when courseId is not null => Fact(question, new JsonObject { ["kind"] = said, ["target"] = courseId }),
            "none" or "open-internet" => Fact(question, new JsonObject { ["kind"] = said }),
            _ => new AnswerReading.NotUnderstood(),
        };
    }

    private static AnswerReading ReadAvailability(Question question, IReadOnlyList<Offer> offers, string text)
    {
        var said = Words.Of(text);
        if (Offer.Meant(offers, text) is { } meant)
            return Fact(question, new JsonObject { ["kind"] = meant.Value });
        if (Day().IsMatch(said))
            return Fact(question, new JsonObject { ["kind"] = "until", ["until"] = Day().Match(said).Groups["day"].Value });
        if (Span().Match(said) is { Success: true } span)
            return Fact(
                question,
                new JsonObject { ["kind"] = "for", ["duration"] = $"P{span.Groups["count"].Value}{Unit(span.Groups["unit"].Value)}" }
            );
        return Iso().IsMatch(said)
            ? Fact(question, new JsonObject { ["kind"] = "for", ["duration"] = said.ToUpperInvariant() })
            : new AnswerReading.NotUnderstood();
    }

    /// <summary>The ISO 8601 letter of a unit; days, weeks, months and years begin alike in both languages but for two.</summary>
    private static char Unit(string word) =>
        word[0] switch
        {
            'd' => 'D',
            'w' or 'v' => 'W',
            'm' => 'M',
            _ => 'Y',
        };

    [GeneratedRegex(@"\s*(?:,|;|\+|&|/|\boch\b|\band\b)\s*", RegexOptions.None, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<place>approved-system|other-cloud):\s*(?<name>.+)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:until |till |t\.o\.m\. |till och med )?(?<day>\d{4}-\d{2}-\d{2})$", RegexOptions.None, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^(?:for |i )?(?<count>\d{1,3}) (?<unit>days?|dag(?:ar)?|weeks?|veck(?:a|or)|months?|månad(?:er)?|years?|år)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Span();

    [GeneratedRegex(@"^p(?=\d|t\d)[\dymwdths]+$", RegexOptions.None, 1000)]
    private static partial Regex Iso();
}
