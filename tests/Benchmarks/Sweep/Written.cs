using RecordingPolicy.Expiry;

namespace Benchmarks.Sweep;

/// <summary>What a look at a due recording writes: when it ends, what comes next, and when it is looked at again.</summary>
internal sealed record Written(
    DateTimeOffset NextCheckAt,
    Step NextStep,
    DateTimeOffset? NextStepAt,
    DueReason NextStepReason,
    DateTimeOffset? EndsAt,
    EndReason EndReason
);
