namespace RecordingAgent.Orders.Confined;

/// <summary>Tells files from pipes, sockets, devices and links.</summary>
internal static class PlainFile
{
    /// <summary>True for a regular file. Where the system is not asked (outside Linux), true for what is no link and no folder.</summary>
    public static bool Is(string path) =>
        OperatingSystem.IsLinux() ? Libc.Stat(path) is { IsRegularFile: true } : new FileInfo(path) is { Exists: true, LinkTarget: null };
}
