using System.Diagnostics;

namespace Benchmarks.Webhooks;

/// <summary>Senders that each have one delivery on the way at any time; what is not answered with 200 is sent again until it is.</summary>
internal sealed class Crowd(Uri address)
{
    public const int Senders = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private int number;

    /// <summary>How many deliveries were answered with 200: those with the numbers from 1 on.</summary>
    public int Answered => number;

    /// <summary>How many attempts were answered otherwise, or not at all.</summary>
    public int Repeated { get; private set; }

    /// <summary>Sends for a time.</summary>
    /// <returns>Deliveries per second, and how long each took that was answered at its first attempt, in milliseconds.</returns>
    public async Task<(double PerSecond, IReadOnlyList<double> Milliseconds)> RunAsync(TimeSpan time, CancellationToken ct)
    {
        var (before, began) = (number, Stopwatch.GetTimestamp());
        var sent = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(began, time, ct), ct)));
        var took = Stopwatch.GetElapsedTime(began);
        Repeated += sent.Sum(one => one.Repeated);
        return ((number - before) / took.TotalSeconds, [.. sent.SelectMany(one => one.Milliseconds)]);
    }

    private async Task<(List<double> Milliseconds, int Repeated)> SendAsync(long began, TimeSpan time, CancellationToken ct)
    {
        using var line = new Line(address);
        List<double> milliseconds = [];
        var repeated = 0;
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var mine = Interlocked.Increment(ref number);
            for (var attempt = 1; ; attempt++)
            {
                var request = Deliveries.Request(address, mine);
                var sent = Stopwatch.GetTimestamp();
                if (await line.SendAsync(request, ct) == 200)
                {
                    if (attempt == 1)
                        milliseconds.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                    break;
                }
                repeated++;
                await Task.Delay(Pause, ct);
            }
        }
        return (milliseconds, repeated);
    }
}
