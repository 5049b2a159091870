namespace CanvasSimulator.World;

/// <summary>How step 2 of an upload ends.</summary>
public enum UploadVariant
{
    /// <summary>302: a call of the address given completes the file.</summary>
    Redirect,

    /// <summary>201: the file is complete, and the address given shows it.</summary>
    Created,

    /// <summary>The same, from a file service at another address, and the answer tells of the file too.</summary>
    Service,

    /// <summary>200: the file is complete, and the answer is the file.</summary>
    Ok,
}
