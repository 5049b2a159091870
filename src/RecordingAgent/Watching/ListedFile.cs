namespace RecordingAgent.Watching;

/// <summary>A regular file in a session folder.</summary>
/// <param name="RelativePath">Below the root, with <c>/</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">The time of the last change, as ticks: only ever compared.</param>
internal sealed record ListedFile(string RelativePath, long Size, long Modified)
{
    public string Name => RelativePath[(RelativePath.LastIndexOf('/') + 1)..];

    public bool IsInSubfolder => RelativePath.IndexOf('/') != RelativePath.LastIndexOf('/');
}
