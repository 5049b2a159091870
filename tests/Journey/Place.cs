namespace Journey;

/// <summary>Where things lie: the repository around the built tests, and the programs as they were built with them.</summary>
internal static class Place
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A built program's main file; its name is its project's.</summary>
    public static string Program(string folder, string name) =>
        Path.Combine(Root, folder, name, "bin", Configuration, "net10.0", name + ".dll");

    /// <summary>A file for what a child process says.</summary>
    public static string Artifact(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "artifacts", "journey")).FullName, name);

    /// <summary>A new folder of the test's own.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("journey-").FullName;

    /// <summary>A port on loopback that nobody has at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    // …/tests/Journey/bin/<configuration>/net10.0/
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RecordingBot.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
