using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>Keeps names apart within a folder.</summary>
internal static class FileNames
{
    public static StoredFile? Named(this Truth truth, long folder, string name, StoredFile? except = null) =>
        truth.Files.Find(file =>
            file.IsAvailable
            && file != except
            && file.FolderId == folder
            && string.Equals(file.Name, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The name itself, or the first of <c>name-1.ext</c>, <c>name-2.ext</c> … that is free.</summary>
    public static string FreeName(this Truth truth, long folder, string name, StoredFile? except = null)
    {
        var free = name;
        for (var number = 1; truth.Named(folder, free, except) is not null; number++)
            free = $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}";
        return free;
    }
}
