using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ZoomSimulator.Sandbox;

/// <summary>Faults that were asked for, each for a number of times. Not kept over a restart.</summary>
internal sealed class Faults
{
    public const string Api500 = "api-500";
    public const string Api429 = "api-429";
    public const string ApiSlow = "api-slow";
    public const string Token401 = "token-401";
    public const string WebhooksLost = "webhooks-lost";
    public const string WebhooksDoubled = "webhooks-doubled";

    public const string WebhooksLate = "webhooks-late";
    public const string WebhooksDisordered = "webhooks-disordered";
    public const string DiskFull = "disk-full";
    public const string FileGrowing = "file-growing";
    public const string ChatRefused = "chat-refused";

    public static readonly ImmutableArray<string> Known =
    [
        Api500,
        Api429,
        ApiSlow,
        Token401,
        WebhooksLost,
        WebhooksDoubled,
        WebhooksLate,
        WebhooksDisordered,
        DiskFull,
        FileGrowing,
        ChatRefused,
    ];

    private readonly ConcurrentDictionary<string, int> left = new(StringComparer.Ordinal);

    public void Ask(string fault, int times) => left[fault] = times;

    /// <summary>The faults that strike once more or oftener.</summary>
    public IReadOnlyDictionary<string, int> Left => left.Where(fault => fault.Value > 0).ToDictionary(StringComparer.Ordinal);

    public void Clear() => left.Clear();

    /// <summary>Whether it strikes once more.</summary>
    public bool IsOn(string fault) => left.TryGetValue(fault, out var times) && times > 0;

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
