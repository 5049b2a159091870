using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ZoomSimulator.Rest;

/// <summary>The tokens given out by this run, each good for an hour.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    public const int Seconds = 3600;

    private readonly ConcurrentDictionary<string, DateTimeOffset> ends = new(StringComparer.Ordinal);

    public string Issue()
    {
        var token = "sim." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        ends[token] = clock.GetUtcNow().AddSeconds(Seconds);
        return token;
    }

    public bool Knows(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) is true
        && ends.TryGetValue(authorization["Bearer ".Length..], out var end)
        && clock.GetUtcNow() < end;
}
