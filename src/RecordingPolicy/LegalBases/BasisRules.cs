using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.LegalBases;

/// <summary>The rules <c>basis.*</c>.</summary>
internal static class BasisRules
{
    public static readonly Rule Stated = Rule.Of("basis.stated", "base", ["LU: Ett LU Zoom-möte", "HB §3"], [Effect.Ask], IsStated);

    public static readonly Rule Allowed = Rule.Of(
        "basis.allowed",
        "base",
        ["HB §3–4", "GDPR 6(1) second paragraph"],
        [Effect.Refuse],
        IsAllowed
    );

    public static readonly Rule PublicInterestRegistered = Rule.Of(
        "basis.public-interest-registered",
        "boras",
        ["HB §3"],
        [Effect.Ask, Effect.Refer],
        IsPublicInterestRegistered
    );

    public static readonly Rule LawNamed = Rule.Of("basis.law-named", "base", ["HB §3"], [Effect.Ask], IsLawNamed);

    public static readonly Rule ContractParty = Rule.Of(
        "basis.contract-party",
        "base",
        ["HB §3"],
        [Effect.Refuse, Effect.Ask],
        AreContractParties
    );

    public static readonly Rule AuthorityFits = Rule.Of("basis.authority-fits", "boras", ["HB Ärende"], [Effect.Refer], DoesAuthorityFit);

    public static ImmutableArray<Rule> All => [Stated, Allowed, PublicInterestRegistered, LawNamed, ContractParty, AuthorityFits];

    /// <summary>
    /// <c>basis.stated</c>: recording rests on a legal basis that the GDPR allows. Source: LU <i>Ett LU Zoom-möte</i>; HB §3.
    /// </summary>
    private static Finding? IsStated(RecordingRequest request, PolicyPack pack) =>
        request.LegalBasis.Kind is null ? Stated.Ask("legalBasis.kind") : null;

    /// <summary>
    /// <c>basis.allowed</c>: a public authority has no legitimate interests of its own, and vital interests carry no planned
    /// recording. Source: HB §3–4; GDPR 6(1) second paragraph.
    /// </summary>
    private static Finding? IsAllowed(RecordingRequest request, PolicyPack pack) =>
        request.LegalBasis.Kind is LegalBasisKind.LegitimateInterests or LegalBasisKind.VitalInterests
            ? Allowed.Refuse("legalBasis.kind")
            : null;

    /// <summary>
    /// <c>basis.public-interest-registered</c>: which purposes are of public interest stands in the institution's register of
    /// processing. Source: HB §3.
    /// </summary>
    private static Finding? IsPublicInterestRegistered(RecordingRequest request, PolicyPack pack) =>
        request.LegalBasis.Kind is not LegalBasisKind.PublicInterest ? null
        : request.Purpose.Category is not { } category ? PublicInterestRegistered.Ask("purpose.category")
        : pack.IsRegistered(category) ? null
        : PublicInterestRegistered.Refer("purpose.category");

    /// <summary>
    /// <c>basis.law-named</c>: a legal obligation follows from law, regulation, collective agreement or a decision under them.
    /// Source: HB §3.
    /// </summary>
    private static Finding? IsLawNamed(RecordingRequest request, PolicyPack pack) =>
        request.LegalBasis is { Kind: LegalBasisKind.LegalObligation, Reference: null } ? LawNamed.Ask("legalBasis.reference") : null;

    /// <summary>
    /// <c>basis.contract-party</c>: the processing follows from a contract to which the recorded person is a party. Source:
    /// HB §3.
    /// </summary>
    private static Finding? AreContractParties(RecordingRequest request, PolicyPack pack) =>
        request.LegalBasis.Kind is not LegalBasisKind.Contract
            ? null
            : (request.Audience.OnlyContractParties, request.LegalBasis.Reference) switch
            {
                (false, _) => ContractParty.Refuse("audience.onlyContractParties"),
                (null, null) => ContractParty.Ask("legalBasis.reference", "audience.onlyContractParties"),
                (null, _) => ContractParty.Ask("audience.onlyContractParties"),
                (_, null) => ContractParty.Ask("legalBasis.reference"),
                _ => null,
            };

    /// <summary>
    /// <c>basis.authority-fits</c>: official authority covers decisions on individuals, such as admission, dispensation,
    /// examination and discipline. Source: HB <i>Ärende</i>.
    /// </summary>
    private static Finding? DoesAuthorityFit(RecordingRequest request, PolicyPack pack) =>
        request is { LegalBasis.Kind: LegalBasisKind.OfficialAuthority, Meeting: { Kind: not null, DecidesOnIndividuals: false } }
            ? AuthorityFits.Refer("legalBasis.kind")
            : null;
}
