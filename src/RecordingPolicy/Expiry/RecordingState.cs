namespace RecordingPolicy.Expiry;

/// <summary>
/// A recording's life: <c>expected → registered → published ⇄ unpublished → deleted</c>. It never goes back to an earlier life
/// (invariant I12); <c>deleted</c> is also reached from <c>registered</c>.
/// </summary>
public enum RecordingState
{
    /// <summary>Approved; no file has been seen.</summary>
    Expected,

    /// <summary>Its parts are known and hashed.</summary>
    Registered,

    /// <summary>In its Canvas course.</summary>
    Published,

    /// <summary>Was in its course and no longer is.</summary>
    Unpublished,

    /// <summary>Every copy is gone, read back and receipted.</summary>
    Deleted,
}
