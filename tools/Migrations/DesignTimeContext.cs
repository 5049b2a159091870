using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using RecordingBot.Registry;

namespace Migrations;

/// <summary>What <c>dotnet ef</c> reads the model from, SQLite's or, with <c>-- postgres</c>, PostgreSQL's; the program never uses it.</summary>
public sealed class DesignTimeContext : IDesignTimeDbContextFactory<RegistryContext>
{
    public RegistryContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RegistryContext>();
        if (args.Contains("postgres", StringComparer.Ordinal))
            options.UseNpgsql("Host=design-time", postgres => postgres.MigrationsAssembly("Migrations.Postgres"));
        else
            options.UseSqlite("Data Source=design-time.db", sqlite => sqlite.MigrationsAssembly("Migrations.Sqlite"));
        return new(options.Options);
    }
}
