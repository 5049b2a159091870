using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Conventions;

/// <summary>The migrations make exactly the tables that the program works on.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Migrations_OfSqlite_MatchTheModel()
    {
        using var registry = new RegistryContext(Options<RegistryContext>());

        Assert.NotEmpty(registry.Database.GetMigrations());
        Assert.False(registry.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrations_OnAnEmptyDatabase_MakeATableForEachRow()
    {
        var ct = TestContext.Current.CancellationToken;
        var file = Path.GetTempFileName();
        try
        {
            await using var registry = new RegistryContext(Options<RegistryContext>(file));
            await registry.Database.MigrateAsync(ct);

            foreach (var table in registry.Model.GetEntityTypes().Select(type => type.GetTableName()!))
                Assert.Equal(
                    1,
                    await registry
                        .Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = {table}")
                        .SingleAsync(ct)
                );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static DbContextOptions<T> Options<T>(string file = ":memory:")
        where T : DbContext =>
        new DbContextOptionsBuilder<T>()
            .UseSqlite($"Data Source={file};Pooling=false", sqlite => sqlite.MigrationsAssembly("Migrations.Sqlite"))
            .Options;
}
