using System.Text.Json;
using CanvasConnector.Courses;
using RecordingBot.Hosting;
using RecordingPolicy;
using RecordingPolicy.Notices;
using RecordingPolicy.Packs;

namespace RecordingBot.Expiry;

/// <summary>Why a course closes when it does, and what would change that, for somebody who sees to the course.</summary>
/// <param name="zone">The zone in which moments are told.</param>
/// <param name="closing">Which of Canvas's instants closes a course here.</param>
public sealed class CourseWords(TimeZoneInfo zone, ClosingRule closing)
{
    private static BothLanguages Texts => BothLanguages.Why;

    /// <summary>When it closes to its students, and by which of Canvas's rules.</summary>
    public LocalizedText Why(CourseRow course)
    {
        var when = course.ClosesAt is { } at ? MomentWords.Of(at, zone) : Texts["Course_UnknownMoment"];
        return Two(Texts.Say("Closes_" + course.Closes, when), Rule(course));
    }

    /// <summary>Which of Canvas's rules decided, with the section's or the term's name where one is known.</summary>
    public LocalizedText Rule(CourseRow course)
    {
        var reason = "Course_" + course.Reason;
        var rule =
            CourseInputs.Of(course).Decider(ReasonOf(course), course.ClosesAt) is { } name && Texts.Find(reason + "_Named") is { } named
                ? named.Format(LocalizedText.Same(name))
                : Texts[reason];
        return closing is ClosingRule.Strict ? Two(rule, Texts["Course_Strict"]) : rule;
    }

    /// <summary>What somebody could do in Canvas for another end, and why a date that is set there doesn't count.</summary>
    public LocalizedText Change(CourseRow course)
    {
        var change = Texts["Change_" + course.Reason];
        var isIgnored = ReasonOf(course) is ClosingReason.TermEnd or ClosingReason.TermEndStudents or ClosingReason.NoEnd;
        return isIgnored && CourseInputs.Of(course) is { Restrict: false, EndAt: { } own }
            ? Two(Texts.Say("Change_OwnEndIgnored", MomentWords.Of(own, zone)), change)
            : change;
    }

    /// <summary>One sentence after the other.</summary>
    public static LocalizedText Two(LocalizedText first, LocalizedText second) => new($"{first.Sv} {second.Sv}", $"{first.En} {second.En}");

    private static ClosingReason ReasonOf(CourseRow course) =>
        JsonSerializer.Deserialize<ClosingReason>(JsonSerializer.SerializeToElement(course.Reason));
}
