using System.Collections.Concurrent;
using System.Text.Json;
using RecordingBot.Hosting.Campus;

namespace Campus.Clock;

/// <summary>The programs elsewhere on this machine that follow the clock: each says every other second where it is, and is forgotten when it doesn't.</summary>
public sealed class Followers : IClockParty, IDisposable
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, long> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Where the follower is that spoke last; null when there is none.</summary>
    public string? Latest => Present().OrderByDescending(follower => follower.Value).FirstOrDefault().Key;

    /// <summary>Takes in that one is there.</summary>
    public void Saw(Uri url) => seen[url.GetLeftPart(UriPartial.Authority)] = TimeProvider.System.GetTimestamp();

    public async Task<Settled> SettleAsync(TimeSpan offset, CancellationToken ct)
    {
        var stand = Settled.AtRest;
        foreach (var (url, _) in Present())
            stand = stand.And(await SettleAsync(url, offset, ct));
        return stand;
    }

    public void Dispose() => http.Dispose();

    private IEnumerable<KeyValuePair<string, long>> Present() =>
        seen.Where(follower => TimeProvider.System.GetElapsedTime(follower.Value) < Memory);

    private async Task<Settled> SettleAsync(string url, TimeSpan offset, CancellationToken ct)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(url + "/campus/clock", new ClockOffset(offset), ct);
            if (!answer.IsSuccessStatusCode)
                return new(null, Done: false);
            var told = await answer.Content.ReadFromJsonAsync<ClockSettled>(ct);
            return new(told!.Next, told.Settled);
        }
        catch (HttpRequestException)
        {
            // Nobody there any more. If it comes back, it says so itself.
            seen.TryRemove(url, out _);
            return Settled.AtRest;
        }
        catch (JsonException)
        {
            return new(null, Done: false);
        }
    }
}
