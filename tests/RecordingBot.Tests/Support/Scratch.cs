namespace RecordingBot.Tests.Support;

/// <summary>Folders that a test made itself.</summary>
internal static class Scratch
{
    /// <summary>Removes such a folder with everything in it; the ban is for recordings.</summary>
    public static void Remove(string folder)
    {
#pragma warning disable RS0030
        Directory.Delete(folder, recursive: true);
#pragma warning restore RS0030
    }

    /// <summary>Removes what is in such a folder.</summary>
    public static void Empty(string folder)
    {
        Remove(folder);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Copies everything in a folder into another.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            File.Copy(file, copy);
            // Whether a recording is still being written is read off its times.
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
        }
    }
}
