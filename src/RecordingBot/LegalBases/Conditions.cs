using RecordingBot.Expiry;
using RecordingBot.Meetings;
using RecordingBot.Notices;

namespace RecordingBot.LegalBases;

/// <summary>
/// Conditions of a decision, checked when their step comes and never on trust. One that the product can't see to is not met: what fails, fails
/// closed.
/// </summary>
public static class Conditions
{
    /// <summary>Met by publishing the notice, which is a step of its own.</summary>
    private const string Notice = "notice.before-start";

    /// <summary>Met while the meeting runs and everybody in it but the host has consented.</summary>
    private const string Consent = "consent.written-before";

    /// <summary>Met when everybody who was recorded has agreed to the publication.</summary>
    private const string Agreed = "publication.agreed";

    /// <summary>Met when everybody who was recorded has consented to the internet.</summary>
    private const string Internet = "publication.internet";

    /// <summary>Met when the archive has signed for the case record.</summary>
    private const string HandOver = "retention.delete-or-archive";

    private const string Start = "recording-start";
    private const string Publication = "publication";

    /// <summary>Whether one is seen to be met, for those who read the decision.</summary>
    /// <param name="rule">The condition's rule.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="noticeStands">The notice is published.</param>
    /// <param name="consents">How the consents stand.</param>
    /// <param name="handedOver">The archive has signed for every recording of the meeting, and there is one.</param>
    public static bool IsMet(string rule, MeetingRow meeting, bool noticeStands, ConsentState consents, bool handedOver) =>
        rule switch
        {
            Notice => noticeStands,
            Consent => EveryoneHereConsents(meeting, consents),
            Agreed or Internet => consents.Recorded.IsComplete,
            HandOver => handedOver,
            _ => false,
        };

    /// <summary>Recording waits for the consent of those who are there.</summary>
    public static bool AsksForConsent(StoredDecision decision) => decision.Conditions.Contains((Consent, Start));

    /// <summary>Publication waits for the consent or agreement of those who were recorded.</summary>
    public static bool AsksForAgreement(StoredDecision decision) =>
        decision.Conditions.Contains((Agreed, Publication)) || decision.Conditions.Contains((Internet, Publication));

    /// <summary>Everything before <c>recording-start</c> but the notice.</summary>
    public static bool BeforeRecording(StoredDecision decision, MeetingRow meeting, ConsentState consents) =>
        Of(decision, Start).All(rule => rule is Notice || (rule is Consent && EveryoneHereConsents(meeting, consents)));

    /// <summary>Everything before <c>publication</c>, and the course still as public as it was when that was decided, and not one that others are made of.</summary>
    public static bool BeforePublication(StoredDecision decision, CourseRow? course, ConsentState consents) =>
        Of(decision, Publication).All(rule => rule is Agreed or Internet && consents.Recorded.IsComplete)
        && decision.Publication is null or "canvas-course"
        && (course?.IsPublic != true || decision.CourseWasPublic)
        && course?.IsModel != true;

    private static IEnumerable<string> Of(StoredDecision decision, string step) =>
        decision.Conditions.Where(condition => condition.Before == step).Select(condition => condition.Rule);

    private static bool EveryoneHereConsents(MeetingRow meeting, ConsentState consents) =>
        meeting is { StartedAt: not null, EndedAt: null } && consents.Present.IsComplete;
}
