using System.Text.Json.Nodes;
using RecordingBot.Packs;
using RecordingPolicy.Decisions;
using RecordingPolicy.Expiry;

namespace RecordingPolicy.Tests.Decisions;

public sealed class DeciderTests
{
    [Fact]
    public void Decide_SameRequestAgain_GivesTheSameAnswer()
    {
        var request = Json.Request(("legalBasis", null), ("storage", null));
        var stored = Json.Read(RequestJson.ToJson(request)).Request!;

        var (first, second) = (Decider.Decide(request, ShippedPacks.Lund), Decider.Decide(stored, ShippedPacks.Lund));

        Assert.Equal(DecisionJson.ToJson(first).ToJsonString(), DecisionJson.ToJson(second).ToJsonString());
        Assert.Equal(ShippedPacks.Lund.Edition, first.Edition);
    }

    [Fact]
    public void Decide_RulesListedInAnotherOrder_GivesTheSameFindings()
    {
        var request = Json.Request(
            ("purpose.text", null),
            ("legalBasis", null),
            ("contains.sensitive", true),
            ("publication.target", "4712")
        );
        var backwards = ReadOwn(text =>
            text.Replace(
                "  on:\n",
                $"  on:\n{string.Concat(ShippedPacks.Lund.RuleIds.OrderDescending(StringComparer.Ordinal).Select(id => $"    - {id}\n"))}",
                StringComparison.Ordinal
            )
        );

        var decision = Decider.Decide(request, backwards);

        Assert.Equal(Found(Decider.Decide(request, ShippedPacks.Lund)), Found(decision));
    }

    [Fact]
    [Trait("Rule", "consent.routine")]
    public void Decide_ConsentWithoutRoutine_Refers()
    {
        var pack = ReadOwn(text => text + "consentRoutine: none\n");
        var request = Json.Request(("legalBasis.kind", "consent"), ("audience.groups", new JsonArray("external")));

        Assert.Contains("consent.routine:refer", Found(Decider.Decide(request, pack)));
        Assert.DoesNotContain("consent.routine:refer", Found(Decider.Decide(request, ShippedPacks.Lund)));
        Assert.DoesNotContain(
            "consent.routine:refer",
            Found(Decider.Decide(request with { Approvals = new() { Dpo = "GDPR 2026/88" } }, pack))
        );
    }

    [Fact]
    public void Finding_OfManyFields_NamesThemAll()
    {
        var finding = Find(Json.Decide(("contains", null)), "content.declared");

        Assert.Equal(
            ["contains.sensitive", "contains.confidential", "contains.private", "contains.personalIdentityNumbers"],
            finding.Fields
        );
        Assert.Contains("secrecy", finding.Message.En, StringComparison.Ordinal);
        Assert.Contains("personnummer?", finding.Message.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_OfShortPurpose_SaysHowLongItMustBe() =>
        Assert.Contains("20", Find(Json.Decide(("purpose.text", null)), "purpose.stated").Message.En, StringComparison.Ordinal);

    [Fact]
    public void Purpose_WithCombinedLetters_IsCountedAsPeopleSeeThem()
    {
        // Each å is typed as a and a ring: nineteen characters, twice as many code points.
        var purpose = string.Concat(Enumerable.Repeat("x\u030a", 19));

        Assert.Equal(Outcome.Incomplete, Json.Decide(("purpose.text", purpose)).Outcome);
        Assert.Equal(Outcome.Approved, Json.Decide(("purpose.text", purpose + "y")).Outcome);
    }

    [Fact]
    public void Conditions_OfApproval_StandBeforeTheirSteps()
    {
        var decision = Json.Decide(("caseRecord", true));

        Assert.Equal(["notice.before-start"], decision.ConditionsBefore(GuardedStep.RecordingStart).Select(finding => finding.Rule));
        Assert.Equal(["retention.delete-or-archive"], decision.ConditionsBefore(GuardedStep.Deletion).Select(finding => finding.Rule));
        Assert.Empty(decision.ConditionsBefore(GuardedStep.Publication));
        Assert.Equal(new RetentionPlan.WhileCourseIsOpen { End = RetentionEnd.ArchiveThenDelete }, decision.Retention);
    }

    [Fact]
    public void Json_OfDecision_HasTheFieldsOfTheCatalogueInTheirOrder()
    {
        var json = DecisionJson.ToJson(Json.Decide(("availability", new JsonObject { ["kind"] = "for", ["duration"] = "P30D" })));

        Assert.Equal(["outcome", "findings", "retention", "notice", "edition"], json.Select(field => field.Key));
        Assert.Equal("""{"plan":"for","until":null,"duration":"P30D","end":"delete"}""", json["retention"]!.ToJsonString());
        var condition = json["findings"]!.AsArray().Single(finding => finding!["effect"]!.GetValue<string>() is "condition")!.AsObject();
        Assert.Equal(["rule", "effect", "before", "message", "source"], condition.Select(field => field.Key));
        Assert.Equal("recording-start", condition["before"]!.GetValue<string>());
        Assert.Equal(["sv", "en"], condition["message"]!.AsObject().Select(field => field.Key));
        Assert.Equal(
            ["LU: Undervisning via Zoom", "HB §10–13", "GDPR 13"],
            condition["source"]!.AsArray().Select(source => source!.GetValue<string>())
        );
        var advice = json["findings"]!.AsArray().Single(finding => finding!["effect"]!.GetValue<string>() is "advise")!.AsObject();
        Assert.False(advice.ContainsKey("before"));
    }

    private static Finding Find(Decision decision, string rule) =>
        decision.Findings.Single(finding => string.Equals(finding.Rule, rule, StringComparison.Ordinal));

    private static SortedSet<string> Found(Decision decision) =>
        new(decision.Findings.Select(finding => $"{finding.Rule}:{WireName.Of(finding.Effect)}"), StringComparer.Ordinal);

    /// <summary>A pack of its own that extends Lund's, from that pack's own file changed.</summary>
    private static RecordingPolicy.Packs.PolicyPack ReadOwn(Func<string, string> change)
    {
        var folder = Directory.CreateTempSubdirectory("packs-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(ShippedPacks.Folder))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var lund = Path.Combine(folder, "lund.yaml");
            File.WriteAllText(lund, change(File.ReadAllText(lund)));
            var library = PackReader.ReadFolder(folder);
            Assert.Empty(library.Problems);
            return library.Packs["lund"];
        }
        finally
        {
            foreach (var file in Directory.GetFiles(folder))
                File.Delete(file);
            Directory.Delete(folder);
        }
    }
}
