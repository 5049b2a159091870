using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Registry;

/// <summary>Something that this instance has for itself for a time, in a row of the registry.</summary>
/// <param name="scopes">Each statement has a unit of work of its own.</param>
/// <param name="renew">The statement that makes it hold for its whole length again, if it is still ours.</param>
/// <param name="stands">The statement that counts it, if it is ours for long enough.</param>
/// <param name="arguments">The parameters of both.</param>
public sealed class Lease(IServiceScopeFactory scopes, string renew, string stands, Func<object[]> arguments)
{
    /// <summary>Makes it hold for its whole length again.</summary>
    /// <returns>False where somebody else has taken it.</returns>
    public async Task<bool> RenewAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegistryContext>().Database.ExecuteSqlRawAsync(renew, arguments(), ct) == 1;
    }

    /// <summary>Whether it is still ours, and long enough for something that can't be undone.</summary>
    public async Task<bool> StandsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        return await registry.Database.SqlQueryRaw<int>(stands, arguments()).ToListAsync(ct) is [1];
    }
}
