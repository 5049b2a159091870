using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Meetings;

/// <summary>The rules <c>research.*</c>.</summary>
internal static class ResearchRules
{
    public static readonly Rule Ethics = Rule.Of(
        "research.ethics",
        "base",
        ["HB §32"],
        [Effect.Refuse, Effect.Refer],
        HasEthicalApproval,
        // Only an ethical approval answers it.
        dpoAnswers: false
    );

    public static readonly Rule Controllers = Rule.Of("research.controllers", "boras", ["HB §31"], [Effect.Ask], AreControllersStated);

    public static ImmutableArray<Rule> All => [Ethics, Controllers];

    /// <summary><c>research.ethics</c>: sensitive data and offences in research need ethical approval. Source: HB §32.</summary>
    private static Finding? HasEthicalApproval(RecordingRequest request, PolicyPack pack) =>
        request is not { Meeting.Kind: MeetingKind.Research, Approvals.Ethics: null } ? null
        : request.Contains.Sensitive is true ? Ethics.Refuse("contains.sensitive")
        : request.Contains.Private is true ? Ethics.Refer("contains.private")
        : null;

    /// <summary><c>research.controllers</c>: with outside partners it is documented who is controller. Source: HB §31.</summary>
    private static Finding? AreControllersStated(RecordingRequest request, PolicyPack pack) =>
        request.Meeting.Kind is not MeetingKind.Research
            ? null
            : (request.ExternalPartner, request.Approvals.JointControllers) switch
            {
                (null, _) => Controllers.Ask("research.externalPartner"),
                (true, null) => Controllers.Ask("approvals.jointControllers"),
                _ => null,
            };
}
