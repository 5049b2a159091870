using RecordingBot.Expiry;

namespace RecordingBot.LegalBases;

/// <summary>
/// Conditions of a decision, checked when their step comes and never on trust. One that the product can't see to yet is not met:
/// what fails, fails closed.
/// </summary>
public static class Conditions
{
    /// <summary>Met by publishing the notice, which is a step of its own.</summary>
    private const string Notice = "notice.before-start";

    /// <summary>Met when the archive has signed for the case record.</summary>
    private const string HandOver = "retention.delete-or-archive";

    /// <summary>Whether one is seen to be met, for those who read the decision.</summary>
    /// <param name="rule">The condition's rule.</param>
    /// <param name="noticeStands">The notice is published.</param>
    /// <param name="handedOver">The archive has signed for every recording of the meeting, and there is one.</param>
    public static bool IsMet(string rule, bool noticeStands, bool handedOver) =>
        rule switch
        {
            Notice => noticeStands,
            HandOver => handedOver,
            _ => false,
        };

    /// <summary>Everything before <c>recording-start</c> but the notice.</summary>
    public static bool BeforeRecording(StoredDecision decision) =>
        !decision.Conditions.Any(condition => condition is (not Notice, "recording-start"));

    /// <summary>Everything before <c>publication</c>, and the course still as public as it was when that was decided.</summary>
    public static bool BeforePublication(StoredDecision decision, CourseRow? course) =>
        !decision.Conditions.Any(condition => condition.Before == "publication")
        && decision.Publication is null or "canvas-course"
        && (course?.IsPublic != true || decision.CourseWasPublic);
}
