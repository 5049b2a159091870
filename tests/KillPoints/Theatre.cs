using KillPoints.Oracle;
using KillPoints.Seams;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Tests.Support;

namespace KillPoints;

/// <summary>A campus whose bot is under a fate, and an oracle beside it.</summary>
internal sealed class Theatre : IAsyncDisposable
{
    private readonly FileSeam files;

    /// <summary>A campus whose Canvas and Zoom are behind a seam of the test's own, or behind the one of this fate.</summary>
    public Theatre(PeerSeam? peers = null, bool onPostgres = false)
    {
        peers ??= new PeerSeam(point => Fate.Strikes(point), () => Fate.IsArmed);
        Campus = new SmallCampus(services =>
        {
            Fate.Into(services);
            Bot?.Invoke(services);
        })
        {
            Peers = services =>
            {
                peers.Into(services);
                Lie?.Into(services);
            },
            OnPostgres = onPostgres,
        };
        files = new(point => Fate.Pass(point)) { Folder = Path.GetDirectoryName(Campus.Data) + "/" };
    }

    /// <summary>When the bot dies.</summary>
    public Fate Fate { get; } = new();

    /// <summary>Changes the bot that is tried, for the controls.</summary>
    public Action<IServiceCollection>? Bot { get; set; }

    /// <summary>What Canvas and Zoom tell the bot that isn't true, for the controls.</summary>
    public Lie? Lie { get; set; }

    /// <summary>Everything else.</summary>
    public SmallCampus Campus { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the oracle says.</summary>
    public async Task<List<string>> JudgeAsync(Expected expected) => Judge.Violations(await LookAsync(expected.Course), expected);

    /// <summary>What the oracle sees.</summary>
    public async Task<Look> LookAsync(string course)
    {
        using var canvas = new CanvasTruth(Campus.Canvas.Address);
        var ledger = new Ledger(Campus.Connect);
        return await Look.TakeAsync(ledger, canvas, Campus.Recordings, course, Campus.Now, Ct);
    }

    /// <summary>Does something, and dies at a point of it.</summary>
    /// <returns>False where it came through.</returns>
    public async Task<bool> DiesAsync(int at, Func<Task> act)
    {
        Fate.Arm(at);
        Campus.Alive = Fate.Alive;
        try
        {
            await act();
        }
        catch (Exception) when (Fate.IsDead)
        {
            // Whatever the end of a process looks like from outside.
        }
        Fate.Disarm();
        Campus.Alive = CancellationToken.None;
        if (!Fate.IsDead)
            return false;
        await Campus.StopBotAsync();
        await Campus.DisconnectAsync();
        Fate.Bury();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await Campus.DisposeAsync();
        files.Dispose();
        Fate.Dispose();
    }
}
