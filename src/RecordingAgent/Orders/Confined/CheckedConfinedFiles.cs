namespace RecordingAgent.Orders.Confined;

/// <summary>
/// For systems without <c>openat2</c>: each folder on the way is looked at and no link is accepted. Between the look and the act
/// someone who can write in the folder could still plant one; the kernel's way is the safe one.
/// </summary>
internal sealed class CheckedConfinedFiles : IConfinedFiles
{
    public Opening Open(string root, string path)
    {
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException("The root is not there.");
        if (LooksWrong(root, path) is { } refusal)
            return refusal;
        var full = Path.Combine(root, path);
        if (!PlainFile.Is(full))
            return Opening.NotAFile;
        var content = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var hasOtherNames = OperatingSystem.IsLinux() && Libc.Stat(content.SafeFileHandle).Links != 1;
        return new(new CheckedConfinedFile(root, path, content, hasOtherNames), IsMissing: false);
    }

    public void FinishRemovals(string root)
    {
        // Here nothing is moved first.
    }

    public bool RemoveEmptyFolder(string root, string path)
    {
        var full = Path.Combine(root, path);
        if (LooksWrong(root, path) is not null || !Directory.Exists(full) || Directory.EnumerateFileSystemEntries(full).Any())
            return false;
        Directory.Delete(full);
        return true;
    }

    /// <summary>What is wrong on the way to a path; null if each step is an entry of its own and no link.</summary>
    internal static Opening? LooksWrong(string root, string path)
    {
        var walked = root;
        foreach (var name in path.Split('/'))
        {
            walked = Path.Combine(walked, name);
            var entry = new FileInfo(walked);
            if (entry.LinkTarget is not null)
                return Opening.NotAFile;
            if (!entry.Exists && !Directory.Exists(walked))
                return Opening.Missing;
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                return Opening.NotAFile;
        }
        return null;
    }
}
