namespace RecordingPolicy.LegalBases;

/// <summary>What lets the institution record. Null means not answered.</summary>
public sealed record LegalBasis
{
    public LegalBasisKind? Kind { get; init; }

    /// <summary>The law, contract or register entry that the basis rests on.</summary>
    public string? Reference { get; init; }

    /// <summary>Answered, and something else than consent.</summary>
    public bool IsOtherThanConsent => Kind is not (null or LegalBasisKind.Consent);
}
