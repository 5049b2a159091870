using System.Diagnostics;
using System.Text.Json;

namespace Benchmarks.Chat;

/// <summary>Conversations that go on at the same time, each with one thing said at a time: the load on one contestant.</summary>
internal sealed class Load(IReadOnlyList<(Line Line, ISpeaker Speaker)> conversations)
{
    private readonly IReadOnlyList<JsonElement>[] heard = [.. conversations.Select(_ => (IReadOnlyList<JsonElement>)[])];

    /// <summary>How many talks have been gone through.</summary>
    public int Finished => conversations.Sum(conversation => conversation.Speaker.Finished);

    /// <summary>Talks for a time; the next round goes on where this one ends.</summary>
    /// <returns>Turns per second, and each turn's time in milliseconds.</returns>
    public async Task<(double TurnsPerSecond, IReadOnlyList<double> Milliseconds)> RunAsync(TimeSpan time, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var turns = await Task.WhenAll(
            Enumerable.Range(0, conversations.Count).Select(at => Task.Run(() => TalkAsync(at, began, time, ct), ct))
        );
        var took = Stopwatch.GetElapsedTime(began);
        double[] all = [.. turns.SelectMany(one => one)];
        return (all.Length / took.TotalSeconds, all);
    }

    private async Task<List<double>> TalkAsync(int at, long began, TimeSpan time, CancellationToken ct)
    {
        var (line, speaker) = conversations[at];
        List<double> turns = [];
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            (heard[at], var took) = await line.SayAsync(speaker.Next(heard[at]), ct);
            turns.Add(took.TotalMilliseconds);
        }
        return turns;
    }
}
