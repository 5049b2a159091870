namespace CanvasSimulator.Http;

/// <summary>Whether a door opens without a token.</summary>
internal enum TokenNeed
{
    Required,
    Optional,

    /// <summary>Nobody looks whether there is one.</summary>
    None,
}
