namespace Campus;

/// <summary>The folder in which Campus keeps its truth; a marker file says that it is Campus's own.</summary>
public static class CampusFolder
{
    private const string Marker = ".campus";

    /// <summary>Makes the folder, or takes the one that is there; <paramref name="fresh"/> empties it first.</summary>
    /// <exception cref="IOException">It holds something that isn't Campus's, and should be emptied.</exception>
    public static void Prepare(string path, bool fresh)
    {
        var folder = Directory.CreateDirectory(path);
        var marker = Path.Combine(path, Marker);
        if (fresh && folder.EnumerateFileSystemInfos().Any())
        {
            if (!File.Exists(marker))
                throw new IOException("--fresh empties only a folder that Campus made; this one it did not.");
            Empty(folder);
        }
        File.WriteAllText(marker, "Made by Campus; --fresh empties this folder.\n");
    }

    // A link is removed as such: what it leads to is somebody else's.
    private static void Empty(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } below)
                Empty(below);
            if (entry.Name != Marker)
                entry.Delete();
        }
    }
}
