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
    public static Task<int> RunAsync(string? data, InvocationConfiguration console, Func<RegistryContext, Task<int>> act) =>
        RunAsync(
            data,
            console,
            async (database, _) =>
            {
                await using var services = Build(database);
                await using var scope = services.CreateAsyncScope();
                var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
                return await registry.Database.CanConnectAsync() ? await act(registry) : null;
            }
        );

    /// <summary>Runs on the registry's database alone, which is open sooner; else as above.</summary>
    public static Task<int> RunAsync(
        string? data,
        InvocationConfiguration console,
        Func<DbConnection, DataFolder, Task<int>> act,
        CancellationToken ct
    ) =>
        RunAsync(
            data,
            console,
            async (database, folder) =>
            {
                await using var connection = await database.TryOpenAsync(ct);
                return connection is null ? null : await act(connection, folder);
            }
        );

    /// <summary>What both have in common: what can go wrong.</summary>
    /// <param name="data">The folder that the verb was given.</param>
    /// <param name="console">Where errors go.</param>
    /// <param name="act">Gives the status; null where there is nothing to read.</param>
    private static async Task<int> RunAsync(
        string? data,
        InvocationConfiguration console,
        Func<RegistryDatabase, DataFolder, Task<int?>> act
    )
    {
        var settings = VerbSettings.Read();
        var folder = VerbSettings.DataFolder(settings, data);
        try
        {
            if (await act(RegistryDatabase.Of(settings, folder), folder) is { } status)
                return status;
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
    private static ServiceProvider Build(RegistryDatabase database) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddDbContext<RegistryContext>(database.Use).BuildServiceProvider();
}
