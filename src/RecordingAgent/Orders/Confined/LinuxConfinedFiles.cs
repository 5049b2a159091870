using Microsoft.Win32.SafeHandles;

namespace RecordingAgent.Orders.Confined;

/// <summary>The kernel itself refuses to leave the root (<c>openat2</c>, Linux 5.6).</summary>
internal sealed class LinuxConfinedFiles : IConfinedFiles
{
    /// <summary>True if the kernel has the call, and lets this process use it.</summary>
    public static bool IsSupported()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        using var here = Libc.OpenRoot("/");
        using var again = Libc.OpenFolder(here, ".", out var error);
        return error is not (Libc.NoSuchCall or Libc.NotPermitted);
    }

    public Opening Open(string root, string path)
    {
        var (folder, name) = RelativePath.Split(path);
        var parent = OpenFolder(root, folder, out var error);
        if (parent is null)
            return Refusal(error);
        var opening = Open(root, parent, name);
        if (opening.File is null)
            parent.Dispose();
        return opening;
    }

    public bool RemoveEmptyFolder(string root, string path)
    {
        var (folder, name) = RelativePath.Split(path);
        using var parent = OpenFolder(root, folder, out _);
        return parent is not null && Libc.RemoveEmptyFolder(parent, name);
    }

    public void FinishRemovals(string root) => Quarantine.Finish(root);

    private static Opening Open(string root, SafeFileHandle parent, string name)
    {
        // Looked at before it is opened: opening a device may set it going.
        if (Libc.Stat(parent, name, out var error) is not { } named)
            return Refusal(error);
        if (!named.IsRegularFile)
            return Opening.NotAFile;
        var handle = Libc.OpenFile(parent, name, out error);
        if (handle is null)
            return Refusal(error);
        var status = Libc.Stat(handle);
        if (status.IsRegularFile)
            return new(
                new LinuxConfinedFile(root, parent, name, status, new FileStream(handle, FileAccess.Read, bufferSize: 0)),
                IsMissing: false
            );
        handle.Dispose();
        return Opening.NotAFile;
    }

    private static SafeFileHandle? OpenFolder(string root, string folder, out int error)
    {
        using var handle = Libc.OpenRoot(root);
        return Libc.OpenFolder(handle, folder.Length == 0 ? "." : folder, out error);
    }

    private static Opening Refusal(int error) =>
        error switch
        {
            Libc.NoEntry or Libc.NotADirectory => Opening.Missing,
            Libc.TooManyLinks or Libc.CrossDevice => Opening.NotAFile,
            _ => throw new IOException($"The file can't be opened (errno {error})."),
        };
}
