using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;
using Outcome = RecordingPolicy.Decisions.Outcome;

namespace RecordingPolicy.Tests.Decisions;

/// <summary>What holds of every decision, whatever the request.</summary>
public sealed class DecisionProperties
{
    private const string Said = "zqx-said-by-karin";

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(600);

    [Fact]
    public void Outcome_WithARuleMore_IsNeverBetter() =>
        Holds(
            (request, dice) =>
            {
                var (read, pack) = Read(request);
                var all = Shuffled(pack.Rules, dice);
                var some = all[..dice.Next(all.Length)];
                return Gravity(Decider.Decide(read, pack, some)) <= Gravity(Decider.Decide(read, pack, all));
            }
        );

    [Fact]
    public void Outcome_WithoutAnyFinding_IsAnApproval() =>
        Holds((request, _) => Decider.Decide(request.Read(), Read(request).Pack, []).Outcome is Outcome.Approved);

    [Fact]
    public void Decision_MadeAgainFromWhatIsStored_IsTheSame() =>
        Holds(
            (request, _) =>
            {
                var (read, pack) = Read(request);
                var stored = Json.Read(RequestJson.ToJson(read)).Request!;
                return JsonNode.DeepEquals(
                    DecisionJson.ToJson(Decider.Decide(read, pack)),
                    DecisionJson.ToJson(Decider.Decide(stored, pack))
                );
            }
        );

    [Fact]
    public void Decision_ByRulesInAnyOrder_IsTheSame() =>
        Holds(
            (request, dice) =>
            {
                var (read, pack) = Read(request);
                var (one, other) = (Decider.Decide(read, pack), Decider.Decide(read, pack, Shuffled(pack.Rules, dice)));
                return one.Outcome == other.Outcome
                    && one.Retention == other.Retention
                    && one.Notice.Deviations.SequenceEqual(other.Notice.Deviations)
                    && one.Notice.Rights.SequenceEqual(other.Notice.Rights)
                    && Found(one).SetEquals(Found(other))
                    && one.Findings.Length == other.Findings.Length;
            }
        );

    [Fact]
    public void Findings_OfARule_AreAtMostOneAndAmongItsEffects() =>
        Holds(
            (request, _) =>
            {
                var (read, pack) = Read(request);
                var findings = Decider.Decide(read, pack).Findings;
                return findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Count() == findings.Length
                    && findings.All(finding => pack.Has(finding.Rule) && RuleCatalogue.Find(finding.Rule)!.Effects.Contains(finding.Effect))
                    && findings.All(finding => finding.Before is not null == finding.Effect is Effect.Condition);
            }
        );

    [Fact]
    public void Approval_OfTheDpo_AnswersReferralsAndNothingElse() =>
        Holds(
            (request, _) =>
            {
                var (read, pack) = Read(request);
                var without = Decider.Decide(read with { Approvals = read.Approvals with { Dpo = null } }, pack);
                var with = Decider.Decide(read with { Approvals = read.Approvals with { Dpo = "GDPR 2026/88" } }, pack);
                return with.Findings.All(finding => finding.Effect is not Effect.Refer || finding.Rule is "research.ethics")
                    && Grave(without).SetEquals(Grave(with));
            }
        );

    [Fact]
    public void FreeText_WhateverIsSaid_StandsNowhereInTheAnswer() =>
        Holds(
            (request, _) =>
            {
                var json = WithSaid(request);
                var reading = Json.Read(json);
                return !DecisionJson
                    .ToJson(Decider.Decide(reading.Request!, ShippedPacks.Library.Packs[reading.Request!.Pack]))
                    .ToJsonString()
                    .Contains(Said, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void FreeText_WhereAWordIsTaken_StandsInNoError() =>
        Holds(
            (request, dice) =>
            {
                string[] words = ["meeting.kind", "recorder.role", "legalBasis.kind", "caseRecord", "purpose.category", "meeting.startsAt"];
                var changes = request.Changes.Append((words[dice.Next(words.Length)], $"\"{Said} !\""));
                var errors = Json.Read(new AnyRequest([.. changes]).ToJson()).Errors;
                return errors is [_, ..] && errors.All(error => !$"{error.Path} {error.Message}".Contains(Said, StringComparison.Ordinal));
            }
        );

    private static void Holds(Func<AnyRequest, Random, bool> property) =>
        Check.One(
            Runs,
            Prop.ForAll(AnyRequest.All, Arb.From(Gen.Choose(0, int.MaxValue)), (request, seed) => property(request, new Random(seed)))
        );

    private static (RecordingRequest Request, PolicyPack Pack) Read(AnyRequest request)
    {
        var read = request.Read();
        return (read, ShippedPacks.Library.Packs[read.Pack]);
    }

    private static ImmutableArray<Rule> Shuffled(ImmutableArray<Rule> rules, Random dice)
    {
        var shuffled = rules.ToArray();
        dice.Shuffle(shuffled);
        return [.. shuffled];
    }

    /// <summary>The best outcome first.</summary>
    private static int Gravity(Decision decision) =>
        decision.Outcome switch
        {
            Outcome.Approved => 0,
            Outcome.Referred => 1,
            Outcome.Incomplete => 2,
            _ => 3,
        };

    private static HashSet<string> Found(Decision decision) =>
        new(
            decision.Findings.Select(finding => $"{finding.Rule}:{finding.Effect}:{finding.Before}:{finding.Message}"),
            StringComparer.Ordinal
        );

    private static HashSet<string> Grave(Decision decision) =>
        new(
            decision
                .Findings.Where(finding => finding.Effect is Effect.Refuse or Effect.Ask)
                .Select(finding => $"{finding.Rule}:{finding.Effect}"),
            StringComparer.Ordinal
        );

    private static JsonObject WithSaid(AnyRequest request)
    {
        var json = request.ToJson();
        foreach (
            var (section, field) in new[]
            {
                ("meeting", "topic"),
                ("purpose", "text"),
                ("necessity", "justification"),
                ("legalBasis", "reference"),
                ("participationOptions", "reason"),
            }
        )
            json[section]![field] = $"{json[section]![field]} {Said}";
        json["deviationReason"] = Said;
        return json;
    }
}
