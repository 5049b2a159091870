using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using RecordingBot.Registry;

namespace Migrations;

/// <summary>What <c>dotnet ef</c> reads the model from; the program never uses it.</summary>
public sealed class DesignTimeContext : IDesignTimeDbContextFactory<RegistryContext>
{
    public RegistryContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<RegistryContext>()
                .UseSqlite("Data Source=design-time.db", sqlite => sqlite.MigrationsAssembly("Migrations.Sqlite"))
                .Options
        );
}
