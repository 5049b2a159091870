using System.Text.RegularExpressions;
using RecordingPolicy.Decisions;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Packs;

public sealed class RuleCatalogueTests
{
    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void Ids_OfAllRules_AreUnique() =>
        Assert.Equal(RuleCatalogue.All.Length, RuleCatalogue.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_InCatalogue_IsExplained(string id)
    {
        var rule = RuleCatalogue.Find(id)!;

        Assert.Matches(new Regex(@"^[a-z]+\.[a-z]+(?:-[a-z]+)*$", RegexOptions.None, TimeSpan.FromSeconds(1)), rule.Id);
        Assert.Contains(rule.Pack, new[] { "base", "lund", "boras" });
        Assert.NotEmpty(rule.Source);
        Assert.All(
            rule.Source,
            source => Assert.Matches(new Regex("^(?:LU: |HB |GDPR |Dataskyddslagen )", RegexOptions.None, TimeSpan.FromSeconds(1)), source)
        );
        Assert.Equal(rule.IsBehaviour, rule.Effects.IsEmpty);
        Assert.Equal(rule.Effects.Contains(Effect.Condition), rule.Before is not null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_WithEffects_SaysWhatToDoInBothLanguages(string id)
    {
        var rule = RuleCatalogue.Find(id)!;

        Assert.All(
            rule.Effects,
            effect =>
            {
                var message = rule.Message(effect);
                Assert.NotEqual(message.Sv, message.En);
                Assert.EndsWith(message.Sv[^1..], message.En, StringComparison.Ordinal);
                Assert.Contains(message.Sv[^1], ".?");
            }
        );
    }

    [Fact]
    public void Rules_OfBase_AreOnInEveryPack() => Assert.Equal(Names("base"), IdsOn("base"));

    [Theory]
    [InlineData("lund")]
    [InlineData("boras")]
    public void Rules_OfAnInstitution_AreOnInItsPack(string pack) =>
        Assert.Equal(Names("base").Concat(Names(pack)).Order(StringComparer.Ordinal), IdsOn(pack));

    [Fact]
    public void Cases_OfAllRules_CoverEachEffect()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Cases");
        var cases = string.Concat(Directory.GetFiles(folder, "*.json").Select(File.ReadAllText));

        Assert.All(
            RuleCatalogue.All.SelectMany(rule => rule.Effects.Select(effect => $"\"{rule.Id}:{WireName.Of(effect)}\"")),
            // consent.routine needs a pack without the routine; DeciderTests makes one.
            wanted =>
                Assert.True(
                    cases.Contains(wanted, StringComparison.Ordinal) || wanted.Contains("consent.routine", StringComparison.Ordinal),
                    wanted
                )
        );
    }

    [Fact]
    public void Readme_OfThePolicy_TellsWhereEachRuleIsFound()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "RecordingPolicy.md"));

        Assert.All(RuleCatalogue.All, rule => Assert.Contains($"`{rule.Id}`", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<string> IdsOn(string pack) => ShippedPacks.Library.Packs[pack].RuleIds.Order(StringComparer.Ordinal);

    private static string[] Names(string pack) =>
        [
            .. RuleCatalogue
                .All.Where(rule => string.Equals(rule.Pack, pack, StringComparison.Ordinal))
                .Select(rule => rule.Id)
                .Order(StringComparer.Ordinal),
        ];
}
