using System.Collections.Immutable;
using RecordingPolicy.Expiry;
using RecordingPolicy.LegalBases;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;
using RecordingPolicy.Publication;

namespace RecordingPolicy.Notices;

/// <summary>What a decision says of its notice: both are sets.</summary>
/// <param name="Deviations">Every departure from the normal case.</param>
/// <param name="Rights">The rights that the legal basis gives; without one, those that every basis gives.</param>
public sealed record NoticeSummary(ImmutableArray<Deviation> Deviations, ImmutableArray<Right> Rights)
{
    private static readonly ImmutableArray<Right> Always =
    [
        Right.Access,
        Right.Complaint,
        Right.Erasure,
        Right.Rectification,
        Right.Restriction,
    ];

    private static readonly ImmutableArray<Right> OfConsent = With(Right.Portability, Right.Withdrawal);
    private static readonly ImmutableArray<Right> OfContract = With(Right.Portability);
    private static readonly ImmutableArray<Right> OfPublicTasks = With(Right.Objection);

    internal static NoticeSummary Of(RecordingRequest request, PolicyPack pack) =>
        new(DeviationsOf(request, pack), RightsOf(request.LegalBasis.Kind));

    private static ImmutableArray<Deviation> DeviationsOf(RecordingRequest request, PolicyPack pack) =>
        (
            pack.Has(AvailabilityRules.CourseNormal.Id) && AvailabilityRules.Departs(request),
            pack.Has(PublicationRules.CanvasNormal.Id) && PublicationRules.Departs(request)
        ) switch
        {
            (true, true) => [Deviation.Availability, Deviation.Publication],
            (true, false) => [Deviation.Availability],
            (false, true) => [Deviation.Publication],
            _ => [],
        };

    /// <summary><c>notice.rights</c>: GDPR 15–18 and 77 always; 20, 21 and 7(3) by basis.</summary>
    private static ImmutableArray<Right> RightsOf(LegalBasisKind? basis) =>
        basis switch
        {
            LegalBasisKind.Consent => OfConsent,
            LegalBasisKind.Contract => OfContract,
            LegalBasisKind.PublicInterest or LegalBasisKind.OfficialAuthority => OfPublicTasks,
            _ => Always,
        };

    private static ImmutableArray<Right> With(params IEnumerable<Right> more) => [.. Always.Concat(more).Order()];
}
