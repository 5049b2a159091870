using System.Collections.Immutable;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;

namespace RecordingPolicy.Decisions;

/// <summary>The answer to a request, with its reasons. Stored with the request it can be made again from the same pack edition.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Findings">Everything that the rules found; their order means nothing.</param>
/// <param name="Retention">How long the recording is kept; a preview where refused or incomplete.</param>
/// <param name="Notice">What the notice will say of departures and rights; a preview likewise.</param>
/// <param name="Edition">The edition of the pack that decided.</param>
public sealed record Decision(
    Outcome Outcome,
    ImmutableArray<Finding> Findings,
    RetentionPlan Retention,
    NoticeSummary Notice,
    string Edition
)
{
    /// <summary>What must be true before a step may run.</summary>
    public IEnumerable<Finding> ConditionsBefore(GuardedStep step) => Findings.Where(finding => finding.Before == step);
}
