using RecordingBot.Channels;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.LegalBases.Interview;

/// <summary>The answers that a question offers: the host's meetings from Zoom, the teacher's courses from Canvas, the pack's storage, and fixed values.</summary>
public sealed class InterviewOffers(MeetingCatalogue catalogue, MeetingOffers meetings, CourseBook courses, ActivePack active)
{
    /// <summary>The offer that stands for "no course".</summary>
    public const string NoCourse = "none";

    /// <summary>The offers of a question, in order.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="person">Who is asked.</param>
    /// <param name="courseId">The meeting's course; null without one.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<Offer>> OfAsync(Question question, PersonRow person, string? courseId, CancellationToken ct) =>
        question.Kind switch
        {
            AnswerKind.Meeting => await MeetingsAsync(person, ct),
            AnswerKind.Course => await CoursesAsync(person, ct),
            AnswerKind.Category => [.. (active.Pack.Categories ?? []).Order(StringComparer.Ordinal).Select(OfCategory)],
            AnswerKind.Storage => Places(question),
            AnswerKind.YesOrNo => YesOrNo(question),
            AnswerKind.Publication or AnswerKind.Availability =>
            [
                .. question.Values.Where(value => Fits(value, courseId)).Select(value => OfValue(question, value)),
            ],
            _ => [.. question.Values.Select(value => OfValue(question, value))],
        };

    /// <summary>A value's words; the value itself where it is a name that has none.</summary>
    public static LocalizedText Words(Question question, string value) =>
        question.Kind is AnswerKind.YesOrNo ? BothLanguages.Chat[value == "yes" ? "Yes" : "No"]
        : question.Values.Contains(value, StringComparer.Ordinal) ? BothLanguages.Chat[$"Choice_{question.Key}_{value}"]
        : LocalizedText.Same(value);

    /// <summary>Without a course there is nothing to publish in or to live as long as; "later" means the course's lifetime.</summary>
    private static bool Fits(string value, string? courseId) =>
        courseId is not null || value is not ("canvas-course" or "course-lifetime" or "later");

    /// <summary>A category in words, where it is one of those that universities share; its name in the register where not.</summary>
    public static LocalizedText Category(string category) =>
        BothLanguages.Chat.Find($"Category_{category}") ?? LocalizedText.Same(category);

    private static Offer OfCategory(string category) => new(category, Category(category));

    private static Offer OfValue(Question question, string value) => new Offer(value, Words(question, value));

    /// <summary>The person's own meetings; after them those of colleagues in the courses that they teach, for co-teachers and substitutes.</summary>
    private async Task<IReadOnlyList<Offer>> MeetingsAsync(PersonRow person, CancellationToken ct)
    {
        List<Offer> offers = [.. (await catalogue.UpcomingAsync(person, ct)).Select(meetings.Of)];
        var own = offers.ConvertAll(offer => offer.Value);
        foreach (var meeting in await catalogue.OfColleaguesAsync(person, ct))
            if (!own.Contains(meeting.Id.ToString(), StringComparer.Ordinal))
                offers.Add(meetings.Of(meeting));
        return offers;
    }

    private async Task<IReadOnlyList<Offer>> CoursesAsync(PersonRow person, CancellationToken ct) =>
        [
            .. (await courses.CoursesOfAsync(person, ct)).Select(course => new Offer(course.Id, LocalizedText.Same(course.Name))),
            new Offer(NoCourse, BothLanguages.Chat["NoCourse"]),
        ];

    /// <summary>The first of the four about content can be answered for all of them.</summary>
    private static IReadOnlyList<Offer> YesOrNo(Question question)
    {
        IReadOnlyList<Offer> both = [new("yes", BothLanguages.Chat["Yes"]), new("no", BothLanguages.Chat["No"])];
        return question.Path == "contains.sensitive" ? [.. both, new("none", BothLanguages.Chat["NoneOfTheFour"])] : both;
    }

    /// <summary>What the institution allows; where it allows anything, the usual places.</summary>
    private IReadOnlyList<Offer> Places(Question question) =>
        active.Pack.Storage is not { } allowed
            ? [.. question.Values.Select(value => OfValue(question, value))]
            :
            [
                .. allowed
                    .Select(place => place.Name is null ? WireName.Of(place.Place) : $"{WireName.Of(place.Place)}:{place.Name}")
                    .Select(value => OfValue(question, value)),
            ];
}
