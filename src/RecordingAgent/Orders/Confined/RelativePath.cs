namespace RecordingAgent.Orders.Confined;

/// <summary>A path below a root: names with <c>/</c> between them, no step back, nothing that the system reads otherwise.</summary>
internal static class RelativePath
{
    public static bool IsSafe(string path) =>
        path.Length > 0
        && !path.Contains('\0')
        && !(OperatingSystem.IsWindows() && path.AsSpan().ContainsAny('\\', ':'))
        && path.Split('/').All(name => name is not ("" or "." or ".."));

    /// <summary>The folder of a path, and the name in it; the folder is empty for a file in the root itself.</summary>
    public static (string Folder, string Name) Split(string path)
    {
        var at = path.LastIndexOf('/');
        return at < 0 ? ("", path) : (path[..at], path[(at + 1)..]);
    }
}
