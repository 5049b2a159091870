using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>Before anything else runs: nobody else where there may be nobody, the database up to date, what a dead process had claimed freed, people known.</summary>
public sealed class RegistryStart(IServiceScopeFactory scopes, DataFolder data, RegistryDatabase database, Claims claims)
    : IHostedLifecycleService,
        IDisposable
{
    /// <summary>Instances that start together come one after the other; PostgreSQL keeps the lock for the connection, and lets go when that ends.</summary>
    private const long StartLock = 7235430;

    /// <summary>Another instance's migrations may take their time.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private FileStream? alone;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data.Path);
        await using var scope = scopes.CreateAsyncScope();
        if (database.IsPostgres)
            await StartAmongOthersAsync(scope.ServiceProvider, cancellationToken);
        else
            await StartAloneAsync(scope.ServiceProvider, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => alone?.Dispose();

    private async Task StartAloneAsync(IServiceProvider services, CancellationToken ct)
    {
        alone = TakeAlone();
        var registry = services.GetRequiredService<RegistryContext>();
        await ClearMigrationLockAsync(registry, ct);
        await registry.Database.MigrateAsync(ct);
        await services.GetRequiredService<People>().SeedAsync(ct);
        await claims.ReleaseLeftAsync(ct);
    }

    private async Task StartAmongOthersAsync(IServiceProvider services, CancellationToken ct)
    {
        // Not pooled: a pooled connection keeps what it has locked.
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (NpgsqlException fault)
        {
            throw new StartException($"The registry's database can't be reached (Registry:ConnectionString): {fault.Message}");
        }
        await TakeStartLockAsync(connection, ct);
        var registry = services.GetRequiredService<RegistryContext>();
        registry.Database.SetCommandTimeout(LongestWait);
        await registry.Database.MigrateAsync(ct);
        await services.GetRequiredService<People>().SeedAsync(ct);
    }

    private static async Task TakeStartLockAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var take = connection.CreateCommand();
        (take.CommandText, take.CommandTimeout) = (
            $"SELECT pg_advisory_lock({StartLock.ToString(CultureInfo.InvariantCulture)})",
            (int)LongestWait.TotalSeconds
        );
        await take.ExecuteNonQueryAsync(ct);
    }

    /// <summary>SQLite and Quartz in memory have no guard of their own against a second process (stack.md 3).</summary>
    private FileStream TakeAlone()
    {
        try
        {
            return new(data.In(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartException(
                "Another RecordingBot already works in this data folder (--data). Stop it first, or name another folder."
            );
        }
    }

    /// <summary>A process killed in the middle of a migration leaves its lock behind; alone in the folder we may take it away.</summary>
    private static async Task ClearMigrationLockAsync(RegistryContext registry, CancellationToken ct)
    {
        if (!await registry.Database.CanConnectAsync(ct))
            return;
        var locks = await registry
            .Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(ct);
        if (locks > 0)
            await registry.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
    }
}
