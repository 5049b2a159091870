using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>What has to be done in PostgreSQL before anything else; instances that start together come one after the other.</summary>
public sealed class PostgresStart(IServiceScopeFactory scopes, RegistryDatabase database)
{
    /// <summary>PostgreSQL keeps the lock for the connection, and lets go when that ends.</summary>
    private const long Lock = 7235430;

    /// <summary>Another instance's migrations may take their time.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Brings the tables up to date, and does what follows while no other instance starts.</summary>
    public async Task RunAsync(Func<IServiceProvider, Task> follows, CancellationToken ct)
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
        await using var take = connection.CreateCommand();
        (take.CommandText, take.CommandTimeout) = (
            $"SELECT pg_advisory_lock({Lock.ToString(CultureInfo.InvariantCulture)})",
            (int)LongestWait.TotalSeconds
        );
        await take.ExecuteNonQueryAsync(ct);

        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        registry.Database.SetCommandTimeout(LongestWait);
        await registry.Database.MigrateAsync(ct);
        await follows(scope.ServiceProvider);
    }
}
