namespace Benchmarks;

/// <summary>Where things are.</summary>
internal static class Place
{
    /// <summary>The folder of the peers, in the repository around the built program.</summary>
    public static string Peers { get; } = Path.Combine(Root(), "tests", "Benchmarks", "peers");

    /// <summary>What was built beside this program.</summary>
    public static string Built(params ReadOnlySpan<string> path) => Path.Combine([AppContext.BaseDirectory, .. path]);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RecordingBot.sln")))
                return folder.FullName;
        }
        throw new BenchmarkException("The benchmarks run inside the repository only.");
    }
}
