namespace Journey.Faults;

/// <summary>Waiting for what comes by itself.</summary>
internal static class Patience
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks until something is there; fails with what was seen last.</summary>
    public static async Task<T> UntilAsync<T>(
        string what,
        Func<Task<T?>> look,
        Func<string> seen,
        CancellationToken ct,
        TimeSpan? pause = null,
        TimeSpan? most = null
    )
        where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
                return found;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < (most ?? Most), $"Waited in vain for {what}; seen last: {seen()}");
            await Task.Delay(pause ?? Pause, ct);
        }
    }

    /// <summary>Looks until it is so.</summary>
    public static Task UntilAsync(
        string what,
        Func<Task<bool>> look,
        Func<string> seen,
        CancellationToken ct,
        TimeSpan? pause = null,
        TimeSpan? most = null
    ) => UntilAsync(what, async () => await look() ? what : null, seen, ct, pause, most);
}
