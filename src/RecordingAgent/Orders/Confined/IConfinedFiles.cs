namespace RecordingAgent.Orders.Confined;

/// <summary>File operations that never leave a root, whatever links are planted in it (security 5, I9).</summary>
internal interface IConfinedFiles
{
    /// <summary>Opens a file below a root.</summary>
    /// <param name="root">The root's path.</param>
    /// <param name="path">A path that is <see cref="RelativePath.IsSafe"/>.</param>
    /// <exception cref="IOException">It is there and can't be read; <see cref="UnauthorizedAccessException"/> likewise.</exception>
    Opening Open(string root, string path);

    /// <summary>Ends the removals that a crash broke off: what they had taken from its place goes.</summary>
    void FinishRemovals(string root);

    /// <summary>Removes a folder below a root if it is empty. True if it was.</summary>
    bool RemoveEmptyFolder(string root, string path);
}
