namespace RecordingBot.Hosting;

/// <summary>Due work that is done piece by piece, each in a unit of work of its own, and by one caller at a time.</summary>
public abstract class DueOneByOne(IServiceScopeFactory scopes) : IDueWork, IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await NextDueAsync(scope.ServiceProvider, ct);
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            while (await RunOneInScopeAsync(ct)) { }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>When the next piece is due; null when nothing waits for a moment.</summary>
    protected abstract Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct);

    /// <summary>Does one piece that is due now.</summary>
    /// <returns>False where none is.</returns>
    protected abstract Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct);

    private async Task<bool> RunOneInScopeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await RunOneAsync(scope.ServiceProvider, ct);
    }
}
