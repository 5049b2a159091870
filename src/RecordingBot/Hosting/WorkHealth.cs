using Microsoft.Extensions.Diagnostics.HealthChecks;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>This instance looks for what is due, and the looks come to their end.</summary>
public sealed class WorkHealth(LastRuns runs) : IHealthCheck
{
    /// <summary>Eight times what there should be between two looks; a great deal of work at once takes its time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (ago, fault) = runs.Of<Reconciler>();
        return Task.FromResult(
            fault is not null ? HealthCheckResult.Unhealthy($"The last look for what is due ended with {fault}.")
            : ago > Longest && !runs.IsRunning<Reconciler>()
                ? HealthCheckResult.Unhealthy("Nobody has looked for what is due for two minutes.")
            : HealthCheckResult.Healthy()
        );
    }
}
