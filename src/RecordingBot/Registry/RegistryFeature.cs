using Microsoft.Extensions.Options;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>The registry: what happened to each recording, and why; and the reconciler that carries out what is due.</summary>
public static class RegistryFeature
{
    public static IHostApplicationBuilder AddRegistry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<RegistryOptions>().BindConfiguration("Registry").ValidateDataAnnotations();
        builder.Services.AddSingleton(services => new RegistryDatabase(
            services.GetRequiredService<IOptions<RegistryOptions>>().Value.ConnectionString,
            services.GetRequiredService<DataFolder>().In
        ));
        builder.Services.AddDbContext<RegistryContext>((services, options) => services.GetRequiredService<RegistryDatabase>().Use(options));
        builder.Services.AddSingleton(services => new KeyRing(services.GetRequiredService<DataFolder>().In("keys")));
        builder.Services.AddScoped<Registrar>().AddScoped<CaseReader>();
        builder.Services.AddSingleton<LeaseTime>().AddSingleton<Claims>().AddTransient<ClaimHandler>();
        builder.Services.AddHostedService<RegistryStart>();
        builder.Services.AddPeople();
        builder.AddDueWork<Reconciler>(every: TimeSpan.FromSeconds(15));
        return builder;
    }
}
