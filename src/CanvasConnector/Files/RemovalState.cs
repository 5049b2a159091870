namespace CanvasConnector.Files;

/// <summary>What a look at a file that was to be removed tells. None of them means that its bytes are destroyed.</summary>
public enum RemovalState
{
    /// <summary>Canvas says that there is no such file, or that it is deleted. Its staff may bring it back.</summary>
    Hidden,

    /// <summary>Canvas's placeholder stands in its place. Canvas keeps the old content for a limited time.</summary>
    Replaced,

    /// <summary>Name, size and type are the file's own: it was not removed.</summary>
    StillThere,

    /// <summary>Something else is there. Nothing is certain.</summary>
    Unclear,
}
