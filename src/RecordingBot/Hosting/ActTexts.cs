using System.Globalization;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Meetings;

namespace RecordingBot.Hosting;

/// <summary>What people are told when an act can't be done, in both languages.</summary>
public static class ActTexts
{
    private const int LongestReason = 500;

    public static LocalizedText OnlyTeachers => Named("Act_OnlyTeachers");
    public static LocalizedText OnlyDpoHolds => Named("Act_OnlyDpoHolds");
    public static LocalizedText HeldByAnother => Named("Act_HeldByAnother");
    public static LocalizedText OnlyOwnDeleted => Named("Act_OnlyOwnDeleted");
    public static LocalizedText Deleted => Named("Act_Deleted");
    public static LocalizedText Held => Named("Act_Held");
    public static LocalizedText NoFileYet => Named("Act_NoFileYet");
    public static LocalizedText ConsentWithdrawn => Named("Act_ConsentWithdrawn");
    public static LocalizedText DeletionAsked => Named("Act_DeletionAsked");
    public static LocalizedText NoDecision => Named("Act_NoDecision");
    public static LocalizedText NoCourse => Named("Act_NoCourse");
    public static LocalizedText DecidedOtherwise => Named("Act_DecidedOtherwise");
    public static LocalizedText CourseIsPublic => Named("Act_CourseIsPublic");
    public static LocalizedText CourseIsModel => Named("Act_CourseIsModel");
    public static LocalizedText CourseClosed => Named("Act_CourseClosed");
    public static LocalizedText CanvasSilent => Named("Act_CanvasSilent");
    public static LocalizedText UntilIsPast => Named("Act_UntilIsPast");
    public static LocalizedText ReviewIsPast => Named("Act_ReviewIsPast");
    public static LocalizedText NotAnsweredHere => Named("Act_NotAnsweredHere");
    public static LocalizedText AnsweredAlready => Named("Act_AnsweredAlready");

    public static LocalizedText UntilIsNotLater(LocalizedText end) => BothLanguages.Why.Say("Act_UntilIsNotLater", end);

    public static LocalizedText UntilBeyondCeiling(LocalizedText day) => BothLanguages.Why.Say("Act_UntilBeyondCeiling", day);

    /// <summary>How many of those who were recorded have agreed to the publication.</summary>
    public static LocalizedText AgreementMissing(int agreed, int recorded) =>
        BothLanguages.Why.Say(
            "Act_ConditionOpen",
            LocalizedText.Same(agreed.ToString(CultureInfo.InvariantCulture)),
            LocalizedText.Same(recorded.ToString(CultureInfo.InvariantCulture))
        );

    public static LocalizedText AnswersAre(string answers) =>
        BothLanguages.Why.Say("Act_AnswersAre", LocalizedText.Same(answers.Replace(" ", ", ", StringComparison.Ordinal)));

    /// <summary>The sentence that a task's answer named.</summary>
    public static LocalizedText Named(string key) => BothLanguages.Why[key];

    /// <summary>Reads a free-text reason, which holds no personal data (<c>purpose.minimised-text</c>); what is wrong with it, or null.</summary>
    public static ActResult? Reason(string? given, out string reason)
    {
        reason = Texts.Bounded(given ?? "", LongestReason + 1);
        return reason.Length == 0 ? new ActResult.Invalid("reason", Named("Act_ReasonMissing"))
            : reason.Length > LongestReason ? new ActResult.Invalid("reason", Named("Act_ReasonTooLong"))
            : PersonalData.IsIn(reason) ? new ActResult.Invalid("reason", Named("Act_ReasonPersonal"))
            : null;
    }
}
