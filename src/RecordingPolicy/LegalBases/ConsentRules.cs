using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;
using RecordingPolicy.Publication;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.LegalBases;

/// <summary>The rules <c>consent.*</c>.</summary>
internal static class ConsentRules
{
    public static readonly Rule FreelyGiven = Rule.Of("consent.freely-given", "base", ["HB §4"], [Effect.Refer], IsFreelyGiven);

    public static readonly Rule WrittenBefore = Rule.Of(
        "consent.written-before",
        "base",
        ["HB §6"],
        [Effect.Condition],
        IsWrittenBefore,
        before: GuardedStep.RecordingStart
    );

    public static readonly Rule Routine = Rule.Of("consent.routine", "base", ["HB §7", "HB §9"], [Effect.Refer], HasRoutine);

    public static readonly Rule Subsidiary = Rule.Of("consent.subsidiary", "boras", ["HB §4"], [Effect.Advise], IsSubsidiary);

    /// <summary><c>consent.kept</c>: each consent is stored with notice version, wording, time and channel. Source: HB §7.</summary>
    public static readonly Rule Kept = Rule.Behaviour("consent.kept", "base", "HB §7");

    /// <summary>
    /// <c>consent.specific</c>: after a changed purpose, publication or availability the old consents no longer count.
    /// Source: HB §8.
    /// </summary>
    public static readonly Rule Specific = Rule.Behaviour("consent.specific", "base", "HB §8");

    /// <summary>
    /// <c>consent.withdrawable</c>: a withdrawal unpublishes the recording at once and holds it from publication. Source:
    /// HB §9.
    /// </summary>
    public static readonly Rule Withdrawable = Rule.Behaviour("consent.withdrawable", "base", "HB §9");

    public static ImmutableArray<Rule> All => [FreelyGiven, WrittenBefore, Routine, Subsidiary, Kept, Specific, Withdrawable];

    /// <summary>
    /// <c>consent.freely-given</c>: consent does not hold between unequal parties: institution and students, institution and
    /// employees can be such. Source: HB §4.
    /// </summary>
    private static Finding? IsFreelyGiven(RecordingRequest request, PolicyPack pack) =>
        IsConsent(request) && MeetingRules.IsDependent(request) ? FreelyGiven.Refer("legalBasis.kind") : null;

    /// <summary>
    /// <c>consent.written-before</c>: consent is written and collected before processing starts, with full information.
    /// Source: HB §6.
    /// </summary>
    private static Finding? IsWrittenBefore(RecordingRequest request, PolicyPack pack) =>
        IsConsent(request) ? WrittenBefore.Require() : null;

    /// <summary>
    /// <c>consent.routine</c>: routines for keeping and withdrawing consents are documented before the first is asked for.
    /// Source: HB §7, §9.
    /// </summary>
    private static Finding? HasRoutine(RecordingRequest request, PolicyPack pack) =>
        IsConsent(request) && pack.ConsentRoutine is null ? Routine.Refer("legalBasis.kind") : null;

    /// <summary>
    /// <c>consent.subsidiary</c>: consent is mainly for where no other basis can be used; silent where something known demands
    /// consent, or something unanswered may. Source: HB §4.
    /// </summary>
    private static Finding? IsSubsidiary(RecordingRequest request, PolicyPack pack) =>
        IsConsent(request)
        && request is { Recorder: RecorderRole.Employee, Purpose.Category: { } category, Publication: not null }
        && request.Contains is { Sensitive: false, Confidential: false, Private: false }
        && pack.IsRegistered(category)
        && !PublicationRules.IsPublic(request, pack)
            ? Subsidiary.Advise("legalBasis.kind")
            : null;

    private static bool IsConsent(RecordingRequest request) => request.LegalBasis.Kind is LegalBasisKind.Consent;
}
