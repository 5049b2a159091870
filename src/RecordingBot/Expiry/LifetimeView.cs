using System.Text.Json;
using RecordingPolicy;

namespace RecordingBot.Expiry;

/// <summary>A course's lifetime as the API and the command line show it (design.md 5).</summary>
/// <param name="CourseId">Canvas's id.</param>
/// <param name="Closes"><c>at</c>, <c>already</c>, <c>never</c> or <c>undecidable</c>.</param>
/// <param name="ClosesAt">The instant; for <c>already</c> the best estimate, or null.</param>
/// <param name="Reason">Which of Canvas's rules decided (facts/canvas.md 3.5).</param>
/// <param name="Why">The same in a sentence.</param>
/// <param name="Change">What would change it, in a sentence.</param>
/// <param name="Inputs">What it follows from, as read.</param>
/// <param name="CheckedAt">When Canvas was asked.</param>
public sealed record LifetimeView(
    string CourseId,
    string Closes,
    DateTimeOffset? ClosesAt,
    string Reason,
    LocalizedText Why,
    LocalizedText Change,
    JsonElement Inputs,
    DateTimeOffset CheckedAt
)
{
    public static LifetimeView Of(CourseRow course, LocalizedText why, LocalizedText change) =>
        new(course.Id, course.Closes, course.ClosesAt, course.Reason, why, change, JsonElement.Parse(course.Inputs), course.CheckedAt);
}
