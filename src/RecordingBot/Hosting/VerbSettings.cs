using RecordingBot.Hosting.Campus;

namespace RecordingBot.Hosting;

/// <summary>The settings that a verb sees: those of the server, from the same files and environment.</summary>
public static class VerbSettings
{
    public static IConfiguration Read()
    {
        var environment =
            Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? "Production";
        var builder = new ConfigurationBuilder();
        if (environment == CampusFeature.Environment)
            builder.AddInMemoryCollection(CampusDefaults.Of(Path.GetFullPath(CampusDefaults.DataFolder)));
        return builder
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
    }
}
