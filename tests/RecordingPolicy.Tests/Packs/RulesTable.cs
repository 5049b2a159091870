using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RecordingPolicy.Decisions;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Packs;

/// <summary>Writes <c>docs/rules.md</c> from the catalogue, the cases and the tests' traits.</summary>
internal sealed partial class RulesTable
{
    private const string Cases = "tests/RecordingPolicy.Tests/Cases";

    private const string Head = """
        # The rules

        Every rule of the catalogue: which pack brings it, where the demand stands, what it does to a decision, and where it is tested. Made from the
        code; a test fails while it is not what the code says. Anew: `RULES_TABLE=write dotnet test tests/RecordingPolicy.Tests --filter RulesTable`.

        `LU` is Lund University's page *Inspelning och integritet i Zoom*, `HB` the University of Borås' *Regler för anställdas behandling av personuppgifter*
        (Dnr 361-18), `GDPR` Regulation (EU) 2016/679. A *behaviour* yields no finding: it is something that the product does where the pack has the rule.
        Some rules are both. *Not yet*: the product doesn't keep the behaviour so far. For a rule that yields findings one case is named for each effect, and one where it is silent.

        | rule | pack | source | effect | tested in |
        | --- | --- | --- | --- | --- |

        """;

    private readonly (string Name, string? Pack, JsonNode Expect)[] cases;
    private readonly ILookup<string, string> traits;

    private RulesTable(string root)
    {
        cases =
        [
            .. Directory
                .GetFiles(Path.Combine(root, Cases), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Json: JsonNode.Parse(File.ReadAllText(file))!))
                .Select(one => (one.Name, one.Json["request"]!["pack"]?.GetValue<string>(), one.Json["expect"]!)),
        ];
        traits = TraitsOf(root);
    }

    /// <summary>The repository that these tests were built in; null where they run elsewhere.</summary>
    public static string? Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RecordingBot.sln")))
                folder = folder.Parent;
            return folder?.FullName;
        }
    }

    /// <summary>The table of a repository, as text.</summary>
    public static string Of(string root)
    {
        var table = new RulesTable(root);
        return Head.ReplaceLineEndings("\n") + string.Concat(RuleCatalogue.All.Select(table.Row));
    }

    private string Row(Rule rule) =>
        $"| `{rule.Id}` | {rule.Pack} | {string.Join("; ", rule.Source)} | {Effects(rule)} | {string.Join("; ", Tests(rule).DefaultIfEmpty("not yet"))} |\n";

    private static string Effects(Rule rule) =>
        string.Join(", ", rule.Effects.Select(effect => Effect(rule, effect)).Concat(rule.Behaves ? ["*behaviour*"] : []));

    private static string Effect(Rule rule, Effect effect) =>
        effect is RecordingPolicy.Decisions.Effect.Condition ? $"condition before {WireName.Of(rule.Before!.Value)}" : WireName.Of(effect);

    private IEnumerable<string> Tests(Rule rule) =>
        rule
            .Effects.Select(effect => Case(WireName.Of(effect), "has", $"{rule.Id}:{WireName.Of(effect)}", _ => true))
            .Append(Case("silent", "lacks", rule.Id, pack => pack.Has(rule.Id)))
            .OfType<string>()
            .Concat(traits[rule.Id]);

    private string? Case(string word, string list, string entry, Func<PolicyPack, bool> under)
    {
        var name = cases
            .FirstOrDefault(one =>
                ShippedPacks.Library.Packs.TryGetValue(one.Pack ?? "", out var pack)
                && under(pack)
                && one.Expect[list]?.AsArray().Any(item => item!.GetValue<string>() == entry) is true
            )
            .Name;
        return name is null ? null : $"{word}: [{name}](../{Cases}/{name}.json)";
    }

    /// <summary>The test files whose tests carry <c>[Trait("Rule", id)]</c>, as links, by rule.</summary>
    private static ILookup<string, string> TraitsOf(string root) =>
        (
            from file in Directory.GetFiles(Path.Combine(root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            orderby Path.GetFileName(file)
            from rule in RuleTrait()
                .Matches(File.ReadAllText(file))
                .Select(match => match.Groups["id"].Value)
                .Distinct(StringComparer.Ordinal)
            select (rule, Link: $"[{Path.GetFileNameWithoutExtension(file)}](../{Path.GetRelativePath(root, file).Replace('\\', '/')})")
        ).ToLookup(found => found.rule, found => found.Link, StringComparer.Ordinal);

    [GeneratedRegex("""\[Trait\("Rule", "(?<id>[a-z.-]+)"\)\]""", RegexOptions.None, 1000)]
    private static partial Regex RuleTrait();
}
