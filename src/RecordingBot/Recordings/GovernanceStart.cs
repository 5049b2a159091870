using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Packs;

namespace RecordingBot.Recordings;

/// <summary>When governance begins (<see cref="RecordingsOptions.GovernedFrom"/>): what was recorded before is listed, and left alone.</summary>
public sealed class GovernanceStart(IOptions<RecordingsOptions> options, ActivePack active)
{
    /// <summary>The first moment that is governed; null where everything is.</summary>
    public DateTimeOffset? At =>
        ApiQuery.ReadDay(options.Value.GovernedFrom) is { } day
            ? active.Pack.EndOf(day.AddDays(-1)).AddSeconds(1)
            : ApiQuery.ReadInstant(options.Value.GovernedFrom)?.ToUniversalTime();

    /// <summary>Whether governance began only after a moment.</summary>
    public bool IsAfter(DateTimeOffset began) => began < At;
}
