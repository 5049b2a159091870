namespace KillPoints.Sigkill;

/// <summary>Decides when a process is killed: at one of its calls to Canvas or Zoom, some milliseconds after one, or at any moment of its start.</summary>
internal sealed class Executioner(Random dice)
{
    private readonly Lock gate = new();
    private ChildBot? victim;
    private TaskCompletionSource met = new();
    private int left;
    private int delay;

    public string Last = "";

    /// <summary>Whether a process is to be met at its calls.</summary>
    public bool IsArmed { get; private set; }

    /// <summary>Kills it, at a moment that the dice choose.</summary>
    /// <param name="bot">The process.</param>
    /// <param name="ofStart">About how long a start takes.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task KillAsync(ChildBot bot, TimeSpan ofStart, CancellationToken ct)
    {
        var inStart = dice.Next(3) == 0;
        lock (gate)
        {
            (victim, met) = (bot, new());
            (left, delay, IsArmed) = (inStart ? int.MaxValue : 1 + dice.Next(40), dice.Next(2) * dice.Next(40), true);
        }
        // Where it has nothing more to call for, it is killed all the same.
        var latest = inStart ? ofStart * dice.NextDouble() : 4 * ofStart;
        await Task.WhenAny(met.Task, Task.Delay(latest, ct));
        await Task.Delay(delay, ct);
        Last = $"{(inStart ? "start" : "call")} left {left} delay {delay} latest {latest} met {met.Task.IsCompleted}";
        bot.Kill();
        await bot.EndAsync(ct);
        lock (gate)
            (IsArmed, victim) = (false, null);
    }

    /// <summary>A point of one of its calls; true where it is no more.</summary>
    public bool Strikes(string point)
    {
        lock (gate)
        {
            if (victim is null)
                return false;
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
}
