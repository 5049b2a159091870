using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Decisions;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Tests.Support;
using RecordingPolicy.Decisions;

namespace RecordingBot.Tests.Packs;

/// <summary>A decision can be made again with the edition that decided it, after the pack has changed.</summary>
public sealed class PackEditionsTests : IDisposable
{
    private readonly string packs = Directory.CreateTempSubdirectory("recordingbot-packs-").FullName;
    private readonly string data = Directory.CreateTempSubdirectory("recordingbot-data-").FullName;

    public PackEditionsTests() => File.Copy(Path.Combine(AppContext.BaseDirectory, "packs", "base.yaml"), Path.Combine(packs, "base.yaml"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Scratch.Remove(packs);
        Scratch.Remove(data);
    }

    [Fact]
    public async Task Edition_OfAPackThatHasChanged_IsFoundAgain()
    {
        var first = await StartAsync("pack: own\nextends: base\npurposeMinLength: 20\n");
        var second = await StartAsync("pack: own\nextends: base\npurposeMinLength: 500\n");
        var editions = new PackEditions(Library, new(data));

        Assert.NotEqual(first, second);
        Assert.Equal(20, editions.Find("own", first)?.PurposeMinLength);
        Assert.Equal(500, editions.Find("own", second)?.PurposeMinLength);
        Assert.Null(editions.Find("base", first));
        Assert.Null(editions.Find("own", new string('0', 64)));
        Assert.Null(editions.Find("own", "../packs"));
    }

    [Fact]
    public async Task Edition_WhoseParentHasChanged_IsFoundAgain()
    {
        var first = await StartAsync("pack: own\nextends: base\n");
        var parent = Path.Combine(packs, "base.yaml");
        await File.WriteAllTextAsync(parent, (await File.ReadAllTextAsync(parent, Ct)).Replace("P2Y", "P1Y", StringComparison.Ordinal), Ct);

        var second = await StartAsync("pack: own\nextends: base\n");

        Assert.NotEqual(first, second);
        Assert.Equal("P2Y", new PackEditions(Library, new(data)).Find("own", first)?.LongestRetention.ToString());
    }

    [Fact]
    public async Task Edition_ChangedOnDisk_IsNoEdition()
    {
        var first = await StartAsync("pack: own\nextends: base\npurposeMinLength: 20\n");
        await StartAsync("pack: own\nextends: base\npurposeMinLength: 500\n");
        await File.AppendAllTextAsync(Path.Combine(data, "pack-editions", first, "own.yaml"), "transit: P2D\n", Ct);

        Assert.Null(new PackEditions(Library, new(data)).Find("own", first));

        await StartAsync("pack: own\nextends: base\npurposeMinLength: 20\n");
        await StartAsync("pack: own\nextends: base\npurposeMinLength: 500\n");
        Assert.NotNull(new PackEditions(Library, new(data)).Find("own", first));
    }

    [Fact]
    public async Task Decision_OfAnEarlierEdition_ReplaysToItself()
    {
        var first = await StartAsync("pack: own\nextends: base\npurposeMinLength: 20\n");
        var (request, answer) = Decide();
        await StartAsync("pack: own\nextends: base\npurposeMinLength: 500\n");
        var (_, later) = Decide();
        var replay = new DecisionReplay(new(Library, new(data)));

        Assert.True(replay.IsSame(request, answer, "own", first));
        Assert.False(replay.IsSame(request, later, "own", first));
        Assert.Null(replay.IsSame(request, answer, "own", new string('0', 64)));
    }

    private PackLibrary Library => PackReader.ReadFolder(packs);

    private (string Request, string Answer) Decide()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Cases", "lund-lecture-normal.json");
        var request = JsonNode.Parse(File.ReadAllText(file))!["request"]!;
        request["pack"] = "own";
        using var json = JsonDocument.Parse(request.ToJsonString());
        return (request.ToJsonString(), DecisionJson.ToJson(Judgement.Of(json.RootElement, Library.Packs).Decision!).ToJsonString());
    }

    /// <summary>Writes the pack <c>own</c> and starts with it; its edition.</summary>
    private async Task<string> StartAsync(string own)
    {
        await File.WriteAllTextAsync(Path.Combine(packs, "own.yaml"), own, Ct);
        var library = Library;
        Assert.Empty(library.Problems);
        await new PackEditions(library, new DataFolder(data)).StartAsync(Ct);
        return library.Packs["own"].Edition;
    }
}
