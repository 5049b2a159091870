namespace RecordingBot.Deletion;

/// <summary>How recordings are removed from this institution's Canvas (section <c>Canvas</c>).</summary>
public sealed class DeletionOptions
{
    /// <summary>
    /// Whether a file's content is replaced by Canvas's placeholder before the file is deleted. Canvas's user of the product needs the right to act as
    /// other users for that.
    /// </summary>
    public bool ReplaceBeforeDelete { get; set; }
}
