using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ZoomSimulator.Rest;

/// <summary>The tokens given out by this run, each good for an hour and for its app's scopes.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    public const int Seconds = 3600;

    private readonly ConcurrentDictionary<string, (DateTimeOffset End, ImmutableArray<string> Scopes)> issued = new(StringComparer.Ordinal);

    public string Issue(ImmutableArray<string> scopes)
    {
        var token = "sim." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        issued[token] = (clock.GetUtcNow().AddSeconds(Seconds), scopes);
        return token;
    }

    /// <summary>What a token is good for; null where it is good for nothing.</summary>
    public ImmutableArray<string>? ScopesOf(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) is true
        && issued.TryGetValue(authorization["Bearer ".Length..], out var token)
        && clock.GetUtcNow() < token.End
            ? token.Scopes
            : null;
}
