namespace CanvasConnector.Files;

/// <summary>The rights that Canvas has noted, and for which files.</summary>
internal sealed record UsageRightsAnswer
{
    public required string UseJustification { get; init; }

    public required List<CanvasId<CanvasFile>> FileIds { get; init; }
}
