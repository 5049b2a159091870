using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingPolicy.Decisions;

namespace RecordingPolicy.Tests.Decisions;

/// <summary>
/// Runs every file of <c>Cases/</c>: a request, and what is expected of its decision. Beside the format of the shared scenarios a
/// case may have a <c>note</c> that says what it is for.
/// </summary>
public sealed class CasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_Decided_IsAsExpected(string name)
    {
        var json = Open(Path.Combine(Folder, name + ".json"));
        var expect = json["expect"]!.AsObject();
        var reading = Json.Read(json["request"]!.AsObject());

        if (expect["error"]?.GetValue<string>() is { } path)
        {
            Assert.Contains(path, reading.Errors.Select(error => error.Path));
            Assert.All(reading.Errors, error => Assert.False(error.Message.Sv.Length is 0 || error.Message.En.Length is 0, error.Path));
            return;
        }

        Assert.True(reading.IsReadable, string.Join("; ", reading.Errors));
        var decision = Decider.Decide(reading.Request, ShippedPacks.Library.Packs[reading.Request.Pack]);
        AssertAsExpected(DecisionJson.ToJson(decision), expect);
    }

    [Fact]
    public void Cases_BesideSharedScenarios_AreTheirCopies()
    {
        if (Shared() is not { } shared)
            return; // The scenarios lie outside the repository; on a clean clone there is nothing to compare with.
        foreach (var file in Directory.GetFiles(shared, "*.json"))
        {
            var copy = Path.Combine(Folder, Path.GetFileName(file));
            Assert.True(JsonNode.DeepEquals(Open(file), Open(copy)), Path.GetFileName(file));
        }
    }

    private static void AssertAsExpected(JsonObject decision, JsonObject expect)
    {
        var findings = decision["findings"]!.AsArray();
        var found = findings.Select(finding => $"{finding!["rule"]}:{finding["effect"]}").ToList();
        Assert.Equal(expect["outcome"]!.GetValue<string>(), decision["outcome"]!.GetValue<string>());
        Assert.All(Words(expect["has"]), wanted => Assert.Contains(wanted, found));
        Assert.All(Words(expect["lacks"]), rule => Assert.DoesNotContain(findings, finding => Same(finding!["rule"], rule)));
        Assert.All(expect["retention"]?.AsObject() ?? [], field => AssertSame(field.Value, decision["retention"]![field.Key]));
        Assert.All(expect["notice"]?.AsObject() ?? [], field => AssertSame(field.Value, decision["notice"]![field.Key]));
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual)
    {
        if (expected is JsonArray)
            Assert.Equal(Words(expected).Order(StringComparer.Ordinal), Words(actual).Order(StringComparer.Ordinal));
        else
            Assert.Equal(expected?.ToJsonString(), actual?.ToJsonString());
    }

    private static IEnumerable<string> Words(JsonNode? list) => list?.AsArray().Select(item => item!.GetValue<string>()) ?? [];

    private static bool Same(JsonNode? node, string text) => string.Equals(node?.GetValue<string>(), text, StringComparison.Ordinal);

    private static JsonNode Open(string file) =>
        JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;

    /// <summary>The shared scenarios beside the repository; null where there are none.</summary>
    private static string? Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var scenarios = Path.Combine(folder.FullName, "shared", "scenarios", "policy");
            if (Directory.Exists(scenarios))
                return scenarios;
        }
        return null;
    }
}
