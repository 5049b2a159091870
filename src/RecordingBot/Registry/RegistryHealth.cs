using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>The registry answers, its tables are this program's, and its disk has room for what comes.</summary>
public sealed class RegistryHealth(RegistryContext registry, DataFolder data) : IHealthCheck
{
    /// <summary>A few minutes' worth of events: an operator hears of a full disk while something can still be written.</summary>
    private const long LeastRoom = 8 << 20;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (new DriveInfo(data.Path).AvailableFreeSpace < LeastRoom)
                return HealthCheckResult.Unhealthy("The disk of the data folder (--data) has no room left.");
            var pending = await registry.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any() ? HealthCheckResult.Unhealthy("The database waits for migrations.") : HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", fault);
        }
    }
}
