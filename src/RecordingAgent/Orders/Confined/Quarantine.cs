using System.Globalization;
using Microsoft.Win32.SafeHandles;
using RecordingAgent.State;

namespace RecordingAgent.Orders.Confined;

/// <summary>
/// A folder of the root that nobody else can open. A file is moved there before it is removed, so that what is removed is what was looked at
/// (security 5). Each bears its own identity as its name: what a crash left there is known again.
/// </summary>
internal static class Quarantine
{
    public const string FolderName = ".recording-agent-removed";

    /// <summary>Takes a name off a folder, if it means this very file.</summary>
    /// <returns>False if it was another file by the time it was moved: that one is back in its place.</returns>
    public static bool Remove(string root, SafeFileHandle folder, string name, FileStatus file)
    {
        using var top = Libc.OpenRoot(root);
        using (var aside = Open(top))
        {
            var kept = NameOf(file);
            if (!Libc.Move(folder, name, aside, kept, out var error))
                return RemoveInPlace(folder, name, error);
            FilePoint.Pass("quarantined", kept);
            if (Libc.Stat(aside, kept, out _) is not { } moved || !moved.IsSameFileAs(file))
            {
                Libc.Move(aside, kept, folder, name, out _);
                return false;
            }
            Libc.RemoveFile(aside, kept);
            Libc.Sync(folder);
        }
        Libc.RemoveEmptyFolder(top, FolderName);
        return true;
    }

    /// <summary>Removes what a crash left between the two. What doesn't bear its own identity was never ours to remove.</summary>
    public static void Finish(string root)
    {
        var path = Path.Combine(root, FolderName);
        if (!Directory.Exists(path))
            return;
        using var top = Libc.OpenRoot(root);
        using (var aside = Open(top))
        {
            foreach (var name in Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).ToList())
            {
                if (Libc.Stat(aside, name!, out _) is { IsRegularFile: true } left && NameOf(left) == name)
                    Libc.RemoveFile(aside, name);
            }
        }
        Libc.RemoveEmptyFolder(top, FolderName);
    }

    /// <summary>Some network volumes can't move a file without the danger of replacing another.</summary>
    private static bool RemoveInPlace(SafeFileHandle folder, string name, int error)
    {
        if (error != Libc.InvalidArgument)
            throw Libc.Fault("renameat2");
        Libc.RemoveFile(folder, name);
        return true;
    }

    private static SafeFileHandle Open(SafeFileHandle top)
    {
        Libc.MakePrivateFolder(top, FolderName);
        return Libc.OpenFolder(top, FolderName, out _) ?? throw Libc.Fault("openat2");
    }

    private static string NameOf(FileStatus file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.DeviceMajor:x}-{file.DeviceMinor:x}-{file.Inode:x}");
}
