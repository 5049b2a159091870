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
    internal static NoticeSummary Of(RecordingRequest request, PolicyPack pack) =>
        new([.. DeviationsOf(request, pack)], RightsOf(request.LegalBasis.Kind));

    private static IEnumerable<Deviation> DeviationsOf(RecordingRequest request, PolicyPack pack)
    {
        if (pack.Has(AvailabilityRules.CourseNormal.Id) && AvailabilityRules.Departs(request))
            yield return Deviation.Availability;
        if (pack.Has(PublicationRules.CanvasNormal.Id) && PublicationRules.Departs(request))
            yield return Deviation.Publication;
    }

    /// <summary><c>notice.rights</c>: GDPR 15–18 and 77 always; 20, 21 and 7(3) by basis.</summary>
    private static ImmutableArray<Right> RightsOf(LegalBasisKind? basis)
    {
        IEnumerable<Right> more = basis switch
        {
            LegalBasisKind.Consent => [Right.Portability, Right.Withdrawal],
            LegalBasisKind.Contract => [Right.Portability],
            LegalBasisKind.PublicInterest or LegalBasisKind.OfficialAuthority => [Right.Objection],
            _ => [],
        };
        Right[] always = [Right.Access, Right.Complaint, Right.Erasure, Right.Rectification, Right.Restriction];
        return [.. always.Concat(more).Order()];
    }
}
