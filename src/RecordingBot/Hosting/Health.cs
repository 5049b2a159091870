using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Quartz;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>For the operator: the process lives; it can work; how it stands.</summary>
public static class Health
{
    private const string Ready = "ready";

    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder
            .Services.AddHealthChecks()
            .AddCheck<RegistryHealth>("registry", tags: [Ready])
            .AddCheck<WorkHealth>("work", tags: [Ready])
            .AddQuartz(quartz => quartz.Tags.Add(Ready));
        builder.Services.AddSingleton<Standing>().AddSingleton<Measures>().AddSingleton<MetricsPage>();
        builder.Services.AddHostedService<Telemetry>();
        return builder;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
        MetricsPage.Map(app);
    }
}
