using System.Diagnostics;

namespace KillPoints.Sigkill;

/// <summary>Decides when a process is killed: at one of its calls to Canvas or Zoom, some milliseconds after one, or at any moment of its start.</summary>
internal sealed class Executioner(Random dice)
{
    /// <summary>More calls than are made before most pauses.</summary>
    private const int MostCalls = 24;

    private const int MostDelay = 40;

    /// <summary>Who doesn't call for so long has nothing more to do.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1.5);

    /// <summary>A machine can be very busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Lock gate = new();
    private readonly Stopwatch sinceStart = new();
    private TimeSpan ofStart = TimeSpan.FromSeconds(3);
    private TaskCompletionSource met = new();
    private ChildBot? victim;
    private TimeSpan? lastCall;
    private int left;
    private int delay;

    /// <summary>Whether a process is to be met at its calls.</summary>
    public bool IsArmed => victim is not null;

    /// <summary>Kills a process that has just been started, at a moment that the dice choose.</summary>
    public async Task KillAsync(ChildBot bot, CancellationToken ct)
    {
        var inStart = dice.Next(3) == 0;
        lock (gate)
        {
            (victim, met, lastCall) = (bot, new(), null);
            (left, delay) = (inStart ? int.MaxValue : 1 + dice.Next(MostCalls), dice.Next(2) * dice.Next(MostDelay));
            sinceStart.Restart();
        }
        if (inStart)
            await Task.Delay(ofStart * dice.NextDouble(), ct);
        else
            await MeetAsync(ct);
        await Task.Delay(delay, ct);
        bot.Kill();
        await bot.EndAsync(ct);
        lock (gate)
            victim = null;
    }

    /// <summary>A point of one of its calls; true where it is no more.</summary>
    public bool Strikes(string point)
    {
        lock (gate)
        {
            if (victim is null)
                return false;
            if (lastCall is null)
                ofStart = sinceStart.Elapsed;
            lastCall = sinceStart.Elapsed;
            if (victim.HasEnded)
                return true;
            if (--left != 0)
                return false;
            // The very point, or whatever it does some milliseconds later.
            if (delay == 0)
                victim.Kill();
            met.TrySetResult();
            return delay == 0;
        }
    }

    private async Task MeetAsync(CancellationToken ct)
    {
        while (!met.Task.IsCompleted && !IsQuiet())
            await Task.WhenAny(met.Task, Task.Delay(100, ct));
    }

    private bool IsQuiet()
    {
        lock (gate)
            return sinceStart.Elapsed > (lastCall is { } call ? call + Quiet : Patience);
    }
}
