using System.CommandLine;
using System.Data.Common;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>What verbs that read the registry have in common: the server's settings, and what can go wrong.</summary>
public static class RegistryVerb
{
    /// <summary>The option that names the data folder, as the server's does.</summary>
    public static Option<string?> Data() => new("--data") { Description = "The folder that the server writes to." };

    /// <summary>Runs on the registry, without changing anything; status 2 where it can't be read.</summary>
    public static async Task<int> RunAsync(string? data, InvocationConfiguration console, Func<RegistryContext, DataFolder, Task<int>> act)
    {
        try
        {
            await using var services = Build(data);
            await using var scope = services.CreateAsyncScope();
            var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
            var folder = scope.ServiceProvider.GetRequiredService<DataFolder>();
            if (await registry.Database.CanConnectAsync())
                return await act(registry, folder);
            await console.Error.WriteLineAsync(
                $"There is no registry to read: look at --data ({folder.Path}) and Registry:ConnectionString."
            );
        }
        catch (DbException unreadable)
        {
            await console.Error.WriteLineAsync($"The registry can't be read: {unreadable.Message}");
        }
        return 2;
    }

    /// <summary>The server's registry and nothing else; nothing is started.</summary>
    private static ServiceProvider Build(string? data)
    {
        var settings = VerbSettings.Read();
        var folder = VerbSettings.DataFolder(settings, data);
        return new ServiceCollection()
            .AddSingleton(folder)
            .AddSingleton(TimeProvider.System)
            .AddDbContext<RegistryContext>(RegistryDatabase.Of(settings, folder).Use)
            .BuildServiceProvider();
    }
}
