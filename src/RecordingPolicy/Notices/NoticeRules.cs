using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Notices;

/// <summary>The rules <c>notice.*</c>.</summary>
internal static class NoticeRules
{
    public static readonly Rule BeforeStart = Rule.Of(
        "notice.before-start",
        "base",
        ["LU: Undervisning via Zoom", "HB §10–13", "GDPR 13"],
        [Effect.Condition],
        IsPublishedBeforeStart,
        before: GuardedStep.RecordingStart,
        behaves: true
    );

    public static readonly Rule LimitIntrusion = Rule.Of(
        "notice.limit-intrusion",
        "lund",
        ["LU: Begränsa intrång"],
        [Effect.Ask],
        LimitsIntrusion
    );

    /// <summary>
    /// <c>notice.deviation-first</c>: each departure from the normal case stands at the top of the notice
    /// (<see cref="PrivacyNotice"/>). Source: LU <i>Undervisning</i>.
    /// </summary>
    public static readonly Rule DeviationFirst = Rule.Behaviour("notice.deviation-first", "base", "LU: Undervisning via Zoom");

    /// <summary>
    /// <c>notice.controller</c>: controller, registration number, contact, DPO and where to read more always stand in the
    /// notice. Source: LU <i>Personuppgiftsbehandling vid LU</i>; HB §13; GDPR 13(1).
    /// </summary>
    public static readonly Rule Controller = Rule.Behaviour(
        "notice.controller",
        "base",
        "LU: Personuppgiftsbehandling vid LU",
        "HB §13",
        "GDPR 13(1)"
    );

    /// <summary>
    /// <c>notice.rights</c>: the notice names the rights that the chosen basis gives, and no others
    /// (<see cref="NoticeSummary"/>). Source: HB <i>De registrerades rättigheter</i>; GDPR 13(2).
    /// </summary>
    public static readonly Rule Rights = Rule.Behaviour("notice.rights", "base", "HB De registrerades rättigheter", "GDPR 13(2)");

    public static ImmutableArray<Rule> All => [BeforeStart, LimitIntrusion, DeviationFirst, Controller, Rights];

    /// <summary>
    /// <c>notice.before-start</c>: everyone who takes part is told before the recording starts. Source: LU throughout;
    /// HB §10–13; GDPR 13.
    /// </summary>
    private static Finding? IsPublishedBeforeStart(RecordingRequest request, PolicyPack pack) => BeforeStart.Require();

    /// <summary>
    /// <c>notice.limit-intrusion</c>: where the meeting allows, participants can turn off camera and microphone. Source: LU
    /// <i>Begränsa intrång</i>.
    /// </summary>
    private static Finding? LimitsIntrusion(RecordingRequest request, PolicyPack pack)
    {
        var options = request.ParticipationOptions;
        if (options is { CameraOptional: true, MicrophoneOptional: true })
            return null;
        var asked = new List<string>();
        if (options.CameraOptional is null)
            asked.Add("participationOptions.cameraOptional");
        if (options.MicrophoneOptional is null)
            asked.Add("participationOptions.microphoneOptional");
        if ((options.CameraOptional is false || options.MicrophoneOptional is false) && options.Reason is null)
            asked.Add("participationOptions.reason");
        return asked is [] ? null : LimitIntrusion.Ask([.. asked]);
    }
}
