using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Conventions;

/// <summary>The migrations make exactly the tables that the program works on, on either database.</summary>
public sealed class MigrationTests
{
    private const string NoServer = "Host=nowhere.invalid";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData(NoServer)]
    public void Migrations_OfEither_MatchTheModel(string connectionString)
    {
        using var registry = Registry(connectionString);

        Assert.NotEmpty(registry.Database.GetMigrations());
        Assert.False(registry.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrations_OnAnEmptyFile_MakeATableForEachRow()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var registry = Registry($"Data Source={file};Pooling=false");
            await AssertTablesAsync(registry, "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Migrations_OnAnEmptyPostgres_MakeATableForEachRow()
    {
        await using var registry = Registry(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await AssertTablesAsync(registry, "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'");
    }

    private static async Task AssertTablesAsync(RegistryContext registry, string names)
    {
        await registry.Database.MigrateAsync(Ct);

        var there = await registry.Database.SqlQueryRaw<string>(names).ToListAsync(Ct);
        Assert.Empty(registry.Model.GetEntityTypes().Select(type => type.GetTableName()!).Except(there));
    }

    private static RegistryContext Registry(string connectionString)
    {
        var options = new DbContextOptionsBuilder<RegistryContext>();
        new RegistryDatabase(connectionString, Path.GetFullPath).Use(options);
        return new(options.Options);
    }
}
