using RecordingPolicy;
using RecordingPolicy.Decisions;

namespace Benchmarks.Policy;

/// <summary>Decisions as both contestants can say them: the outcome, then <c>rule:effect</c> of every finding, sorted.</summary>
internal static class Answers
{
    public static string Of(Decision decision) =>
        string.Join(' ', decision.Findings.Select(Of).Order(StringComparer.Ordinal).Prepend(WireName.Of(decision.Outcome)));

    public static string Of(Finding finding) => $"{finding.Rule}:{WireName.Of(finding.Effect)}";
}
