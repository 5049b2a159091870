using Microsoft.Extensions.Options;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>The registry: what happened to each recording, and why; and the reconciler that carries out what is due.</summary>
public static class RegistryFeature
{
    public static IHostApplicationBuilder AddRegistry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<RegistryOptions>().BindConfiguration("Registry").ValidateDataAnnotations();
        builder.Services.AddDbContext<RegistryContext>(
            (services, options) =>
            {
                services.GetRequiredService<RegistryDatabase>().Use(options);
                options.AddInterceptors(services.GetRequiredService<Measures>());
            },
            // The same for every unit of work, and made once.
            optionsLifetime: ServiceLifetime.Singleton
        );
        builder.Services.AddSingleton<PostgresStart>().AddSingleton<KeyTable>();
        builder.Services.AddSingleton(services =>
            services.GetRequiredService<RegistryDatabase>().IsPostgres
                ? new KeyRing(services.GetRequiredService<KeyTable>().ReadOrCreate)
                : new KeyRing(services.GetRequiredService<DataFolder>().In("keys"))
        );
        builder.Services.AddSingleton<IValidateOptions<RegistryOptions>, RegistryOptionsCheck>();
        builder.Services.AddScoped<Registrar>().AddScoped<AuditOrigin>().AddScoped<AuditReader>().AddScoped<CaseReader>();
        builder.Services.AddScoped<IncidentBook>();
        builder.Services.AddSingleton<Instance>().AddSingleton<LeaseTime>().AddSingleton<LeaseSql>().AddSingleton<Leases>();
        builder.Services.AddSingleton<Claims>().AddSingleton<Turns>().AddTransient<ClaimHandler>();
        builder.Services.AddHostedService<RegistryStart>().AddHostedService<InstanceMark>();
        builder.Services.AddPeople();
        builder.AddDueWork<Reconciler>(every: TimeSpan.FromSeconds(15), everywhere: true);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddOptionsWithValidateOnStart<AuditOptions>().BindConfiguration("Audit").ValidateDataAnnotations();
        builder.AddDueWork<AuditCheckpoints>(every: TimeSpan.FromSeconds(15));
        builder.AddDueWork<CheckpointMail>(every: TimeSpan.FromMinutes(10));
        return builder;
    }
}
