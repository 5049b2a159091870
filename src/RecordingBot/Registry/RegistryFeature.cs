using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>The registry: what happened to each recording, and why; and the reconciler that carries out what is due.</summary>
public static class RegistryFeature
{
    /// <summary>The migrations know the registry, which knows nothing of them: they are found by their file beside the program.</summary>
    private static readonly Lazy<Assembly> Migrations = new(() =>
        AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "Migrations.Sqlite.dll"))
    );

    private static readonly PatientConnections Patience = new();

    public static IHostApplicationBuilder AddRegistry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<RegistryOptions>().BindConfiguration("Registry").ValidateDataAnnotations();
        builder.Services.AddDbContext<RegistryContext>(
            (services, options) =>
                options
                    .UseSqlite(
                        FileOf(services.GetRequiredService<IOptions<RegistryOptions>>().Value, services.GetRequiredService<DataFolder>()),
                        sqlite => sqlite.MigrationsAssembly(Migrations.Value).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                    )
                    .AddInterceptors(Patience)
        );
        builder.Services.AddSingleton(services => new KeyRing(services.GetRequiredService<DataFolder>().In("keys")));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Registrar>().AddScoped<AuditOrigin>().AddScoped<AuditReader>().AddScoped<CaseReader>();
        builder.Services.AddHostedService<RegistryStart>();
        builder.Services.AddPeople();
        builder.Services.AddOptionsWithValidateOnStart<AuditOptions>().BindConfiguration("Audit").ValidateDataAnnotations();
        builder.AddDueWork<AuditCheckpoints>(every: TimeSpan.FromSeconds(15));
        builder.AddDueWork<Reconciler>(every: TimeSpan.FromSeconds(15));
        return builder;
    }

    private static string FileOf(RegistryOptions options, DataFolder data)
    {
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString);
        if (connection.DataSource is { Length: > 0 } file && file != ":memory:")
            connection.DataSource = data.In(file);
        return connection.ToString();
    }
}
