namespace RecordingBot.Tests.Conventions;

/// <summary>The repository around the built tests.</summary>
internal static class House
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file's path as the repository says it.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The project files below these folders.</summary>
    public static IEnumerable<string> Projects(params string[] folders) => Files("*.csproj", folders);

    /// <summary>The source files that people wrote below these folders.</summary>
    public static IEnumerable<string> Sources(params string[] folders) =>
        Files("*.cs", folders).Where(file => !Relative(file).StartsWith("src/Migrations.", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string pattern, string[] folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"));

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
