namespace CanvasConnector;

/// <summary>How something in Canvas came to be gone; either way the removal is done.</summary>
public enum Removal
{
    /// <summary>This call removed it.</summary>
    Removed,

    /// <summary>Canvas does not know it: it was removed before.</summary>
    AlreadyGone,
}
