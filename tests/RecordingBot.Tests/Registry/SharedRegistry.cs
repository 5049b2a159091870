using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Registry;

/// <summary>A registry, and instances that work on it; on PostgreSQL as many as one likes.</summary>
internal sealed class SharedRegistry : IAsyncDisposable
{
    private readonly List<ServiceProvider> instances = [];
    private readonly List<NpgsqlConnection> marks = [];
    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-registry-").FullName;
    private string connectionString = "Data Source=registry.db;Pooling=false";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SharedRegistry> CreateAsync(bool onPostgres)
    {
        var shared = new SharedRegistry();
        if (onPostgres)
            shared.connectionString = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var first = shared.Start();
        await first.GetRequiredService<RegistryContext>().Database.MigrateAsync(Ct);
        return shared;
    }

    /// <summary>An instance that the others know to live.</summary>
    public async Task<IServiceProvider> JoinAsync()
    {
        var services = Start();
        instances.Add(services);
        if (services.GetRequiredService<RegistryDatabase>() is { IsPostgres: true } database)
        {
            marks.Add(
                new(
                    new NpgsqlConnectionStringBuilder(database.ConnectionString)
                    {
                        Pooling = false,
                        ApplicationName = services.GetRequiredService<Instance>().SessionName,
                    }.ToString()
                )
            );
            await marks[^1].OpenAsync(Ct);
        }
        return services;
    }

    /// <summary>The first instance that joined dies.</summary>
    public Task KillFirstAsync() => marks[0].CloseAsync();

    /// <summary>Recordings that are due.</summary>
    public async Task<IReadOnlyList<Guid>> AddDueAsync(IServiceProvider by, int count)
    {
        await using var scope = by.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var now = TimeProvider.System.GetUtcNow();
        var rows = Enumerable
            .Range(0, count)
            .Select(index => new RecordingRow
            {
                Id = Guid.CreateVersion7(now),
                Topic = "Lecture",
                State = RecordingState.Registered,
                EndReason = EndReason.Undecided,
                NextCheckAt = now.AddMinutes(-index - 1),
                NextStep = Step.NothingUntil,
                NextStepReason = DueReason.Approved,
                CreatedAt = now,
                Folder = $"folder {index}",
            })
            .ToList();
        registry.Recordings.AddRange(rows);
        await registry.SaveChangesAsync(Ct);
        return [.. rows.Select(row => row.Id)];
    }

    /// <summary>Lets every lease run out.</summary>
    public async Task RunOutAsync()
    {
        await using var scope = instances[0].CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var past = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await registry.Recordings.ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, past), Ct);
        await registry.Turns.ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, past), Ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var mark in marks)
            await mark.DisposeAsync();
        foreach (var instance in instances)
            await instance.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Scratch.Remove(folder);
    }

    private ServiceProvider Start() =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(new RegistryDatabase(connectionString, file => Path.Combine(folder, file)))
            .AddDbContext<RegistryContext>((services, options) => services.GetRequiredService<RegistryDatabase>().Use(options))
            .AddSingleton<Instance>()
            .AddSingleton<LeaseTime>()
            .AddSingleton<LeaseSql>()
            .AddSingleton<Leases>()
            .AddSingleton<Claims>()
            .AddSingleton<Turns>()
            .AddSingleton<PostgresStart>()
            .BuildServiceProvider();
}
