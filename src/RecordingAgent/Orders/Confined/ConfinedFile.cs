namespace RecordingAgent.Orders.Confined;

/// <summary>A regular file below a root, open for reading, that can be taken off the disk.</summary>
internal abstract class ConfinedFile(FileStream content, bool hasOtherNames) : IDisposable
{
    public FileStream Content { get; } = content;

    /// <summary>True if the same file has another name somewhere: removing this one would not remove the file.</summary>
    public bool HasOtherNames { get; } = hasOtherNames;

    /// <summary>Takes the name off the disk, if it still means this very file.</summary>
    /// <returns>True if nothing is there any more; false if it is another file by now, or still there.</returns>
    /// <exception cref="IOException">The system refused.</exception>
    public abstract bool Remove();

    public virtual void Dispose() => Content.Dispose();
}
