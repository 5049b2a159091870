namespace CanvasConnector.Files;

/// <summary>The usage rights of a file (Files API).</summary>
public sealed record UsageRights
{
    public UsageRights(UseJustification justification) => Justification = justification;

    public UseJustification Justification { get; }

    /// <summary>Who holds the copyright, as people shall read it; null for no word on it.</summary>
    public string? LegalCopyright { get; init; }

    /// <summary>Canvas's word for the licence, for example <c>cc_by</c>; null for Canvas's own choice.</summary>
    public string? License { get; init; }
}
