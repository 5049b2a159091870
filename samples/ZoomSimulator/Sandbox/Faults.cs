using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ZoomSimulator.Sandbox;

/// <summary>Faults that were asked for, each for a number of times. Not kept over a restart.</summary>
internal sealed class Faults
{
    public const string Api500 = "api-500";
    public const string Api429 = "api-429";
    public const string Token401 = "token-401";
    public const string WebhooksLost = "webhooks-lost";
    public const string WebhooksDoubled = "webhooks-doubled";

    public static readonly ImmutableArray<string> Known = [Api500, Api429, Token401, WebhooksLost, WebhooksDoubled];

    private readonly ConcurrentDictionary<string, int> left = new(StringComparer.Ordinal);

    public void Ask(string fault, int times) => left[fault] = times;

    public void Clear() => left.Clear();

    public bool TryTake(string fault)
    {
        while (left.TryGetValue(fault, out var times) && times > 0)
        {
            if (left.TryUpdate(fault, times - 1, times))
                return true;
        }

        return false;
    }
}
