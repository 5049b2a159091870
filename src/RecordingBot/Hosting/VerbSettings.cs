using RecordingBot.Hosting.Campus;

namespace RecordingBot.Hosting;

/// <summary>The settings that a verb sees: those of the server, from the same files and environment.</summary>
public static class VerbSettings
{
    private static string Named =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? "Production";

    private static bool IsCampus => Named == CampusFeature.Environment;

    public static IConfiguration Read()
    {
        var builder = new ConfigurationBuilder();
        if (IsCampus)
            builder.AddInMemoryCollection(CampusDefaults.Of(Path.GetFullPath(CampusDefaults.DataFolder)));
        return builder
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, $"appsettings.{Named}.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
    }

    /// <summary>The data folder: the one that the verb was given, the settings', or the one that the server takes without either.</summary>
    public static DataFolder DataFolder(IConfiguration settings, string? given) =>
        new(Path.GetFullPath(given ?? settings["data"] ?? (IsCampus ? CampusDefaults.DataFolder : "data")));
}
