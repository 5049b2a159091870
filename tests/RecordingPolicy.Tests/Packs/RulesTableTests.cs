using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Packs;

public sealed class RulesTableTests
{
    [Fact]
    public void Table_InTheDocumentation_IsWhatTheCodeSays()
    {
        var root = RulesTable.Repository;
        Assert.SkipWhen(root is null, "The tests run outside their repository.");
        var file = Path.Combine(root, "docs", "rules.md");
        var table = RulesTable.Of(root);
        if (Environment.GetEnvironmentVariable("RULES_TABLE") is "write")
            File.WriteAllText(file, table);

        Assert.Equal(table, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    /// <summary>Behaviours that are asked for and not kept so far; a rule leaves this list with the test that shows it.</summary>
    private static readonly string[] NotYet = ["rights.exercised"];

    [Fact]
    public void Table_NamesTheTestsOfEachBehaviourThatIsKept()
    {
        var root = RulesTable.Repository;
        Assert.SkipWhen(root is null, "The tests run outside their repository.");
        var rows = RulesTable.Of(root).Split('\n');

        var unkept = RuleCatalogue
            .All.Where(rule => rule.Behaves)
            .Where(rule =>
                !rows.Single(line => line.StartsWith($"| `{rule.Id}` |", StringComparison.Ordinal))
                    .Contains("Tests](", StringComparison.Ordinal)
            )
            .Select(rule => rule.Id);

        Assert.Equal(NotYet, unkept);
    }

    [Fact]
    public void Table_NamesTheTestsOfEachRuleThatYieldsFindings()
    {
        var root = RulesTable.Repository;
        Assert.SkipWhen(root is null, "The tests run outside their repository.");
        var rows = RulesTable.Of(root).Split('\n');

        Assert.All(
            RuleCatalogue.All.Where(rule => !rule.IsBehaviour),
            rule =>
            {
                var row = rows.Single(line => line.StartsWith($"| `{rule.Id}` |", StringComparison.Ordinal));
                // Where a rule speaks and where it is silent; only the notice is always a condition.
                if (rule.Id is not ("notice.before-start" or "consent.routine"))
                    Assert.Contains("silent: [", row, StringComparison.Ordinal);
                Assert.All(
                    rule.Effects,
                    effect =>
                        Assert.True(
                            row.Contains($"{WireName.Of(effect)}: [", StringComparison.Ordinal) || rule.Id is "consent.routine",
                            row
                        )
                );
                Assert.DoesNotContain("not yet", row[row.LastIndexOf('|', row.Length - 2)..], StringComparison.Ordinal);
            }
        );
    }
}
