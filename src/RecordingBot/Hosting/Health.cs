using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>For the operator: the process lives; it can work.</summary>
public static class Health
{
    private const string Ready = "ready";

    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<RegistryHealth>("registry", tags: [Ready]);
        return builder;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
