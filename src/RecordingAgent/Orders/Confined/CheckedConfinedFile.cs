namespace RecordingAgent.Orders.Confined;

/// <summary>A file whose way was checked; it is checked again before it is removed.</summary>
internal sealed class CheckedConfinedFile(string root, string path, FileStream content, bool hasOtherNames)
    : ConfinedFile(content, hasOtherNames)
{
    public override bool Remove()
    {
        var full = Path.Combine(root, path);
        if (CheckedConfinedFiles.LooksWrong(root, path) is not null)
            return false;
        if (OperatingSystem.IsLinux() && !(Libc.Stat(full) is { } named && named.IsSameFileAs(Libc.Stat(Content.SafeFileHandle))))
            return false;
        File.Delete(full);
        return !Path.Exists(full);
    }
}
