using System.Collections.Immutable;
using RecordingPolicy.Expiry;
using RecordingPolicy.Meetings;
using RecordingPolicy.Notices;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Decisions;

/// <summary>Decides whether a meeting may be recorded. The same request under the same pack always gives the same decision.</summary>
public static class Decider
{
    /// <summary>Lets every rule of the pack look at the request, so that the answer names everything that is wrong.</summary>
    public static Decision Decide(RecordingRequest request, PolicyPack pack) => Decide(request, pack, pack.Rules);

    /// <summary>Decides by just these rules, whose order means nothing.</summary>
    internal static Decision Decide(RecordingRequest request, PolicyPack pack, ImmutableArray<Rule> rules)
    {
        var findings = FindingsOf(request, pack, rules);
        return new(OutcomeOf(findings), findings, RetentionPlan.Of(request, pack), NoticeSummary.Of(request, pack), pack.Edition);
    }

    private static ImmutableArray<Finding> FindingsOf(RecordingRequest request, PolicyPack pack, ImmutableArray<Rule> rules)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var rule in rules)
        {
            if (rule.Evaluate(request, pack) is { } finding && !IsAnswered(finding, rule, request))
                findings.Add(finding);
        }
        return findings.DrainToImmutable();
    }

    /// <summary>The data protection function's approval is the answer to a referral (rules.md, <c>approvals.dpo</c>).</summary>
    private static bool IsAnswered(Finding finding, Rule rule, RecordingRequest request) =>
        finding.Effect is Effect.Refer && rule.DpoAnswers && request.Approvals.Dpo is not null;

    private static Outcome OutcomeOf(ImmutableArray<Finding> findings)
    {
        var gravest = Effect.Advise;
        foreach (var finding in findings)
        {
            // Effects are declared the gravest first.
            if (finding.Effect < gravest)
                gravest = finding.Effect;
        }
        return gravest switch
        {
            Effect.Refuse => Outcome.Refused,
            Effect.Ask => Outcome.Incomplete,
            Effect.Refer => Outcome.Referred,
            _ => Outcome.Approved,
        };
    }
}
