using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>Before anything else runs: nobody else where there may be nobody, the database up to date, what a dead process had claimed freed, people known.</summary>
public sealed class RegistryStart(
    IServiceScopeFactory scopes,
    DataFolder data,
    RegistryDatabase database,
    PostgresStart postgres,
    Claims claims
) : IHostedLifecycleService, IDisposable
{
    private FileStream? alone;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data.Path);
        if (database.IsPostgres)
            await postgres.RunAsync(services => PrepareAsync(services, cancellationToken), cancellationToken);
        else
            await StartAloneAsync(cancellationToken);
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

    private async Task StartAloneAsync(CancellationToken ct)
    {
        alone = TakeAlone();
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        await ClearMigrationLockAsync(registry, ct);
        await registry.Database.MigrateAsync(ct);
        await PrepareAsync(services, ct);
        await claims.ReleaseLeftAsync(ct);
    }

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        await AuditBeginning.EnsureAsync(services.GetRequiredService<RegistryContext>(), services.GetRequiredService<TimeProvider>(), ct);
        await services.GetRequiredService<People>().SeedAsync(ct);
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
