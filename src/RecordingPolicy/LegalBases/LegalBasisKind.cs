namespace RecordingPolicy.LegalBases;

/// <summary>The legal bases of GDPR 6(1); public interest and official authority share its point (e).</summary>
public enum LegalBasisKind
{
    Consent,
    Contract,
    LegalObligation,
    VitalInterests,
    PublicInterest,
    OfficialAuthority,
    LegitimateInterests,
}
