using KillPoints.Oracle;
using KillPoints.Seams;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingBot.Tests.Conventions;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace KillPoints;

/// <summary>The negative controls: where a guard is switched off, the oracle finds the violation that it guards against.</summary>
[Trait("Category", "KillPoints")]
public sealed class ControlTests : IAsyncLifetime
{
    private readonly Theatre theatre = new();

    private SmallCampus Campus => theatre.Campus;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => theatre.DisposeAsync();

    /// <summary>The course is read afresh just before anything goes; here Canvas tells the old date.</summary>
    [Fact]
    public async Task FreshRead_ThatIsStale_RemovesEarly()
    {
        var (old, @new) = ("", "");
        theatre.Lie = new(
            request => request.Path.StartsWithSegments("/api/v1/courses", StringComparison.Ordinal) && request.Method == "GET",
            truth => (200, truth!.Replace(@new, old, StringComparison.Ordinal))
        );
        var scenario = Scenarios.Named("moved later");
        var play = await scenario.Prepare(Campus);
        (old, @new) = (Iso(play.Closes), Iso(play.Closes.AddDays(60)));

        await PlayAsync(scenario, play);

        Assert.Contains(await JudgeAsync(play), found => found.StartsWith("I1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removal_ThatIsPutOffForGood_IsForgotten()
    {
        theatre.Bot = services =>
        {
            foreach (var known in services.Where(service => service.ImplementationType?.Name == "OrderDeletionStep").ToList())
                services.Remove(known);
            services.AddScoped<IStep>(_ => new PutOffForGood(Step.OrderDeletion));
        };
        var scenario = Scenarios.Named("end");
        var play = await scenario.Prepare(Campus);

        await PlayAsync(scenario, play);

        Assert.Contains(await JudgeAsync(play), found => found.StartsWith("I2", StringComparison.Ordinal));
    }

    /// <summary>An upload that ended when nobody waited for it is looked for; here Canvas shows none.</summary>
    [Fact]
    public async Task LeftOver_ThatIsNotFound_IsASecondLiveFile()
    {
        theatre.Lie = new(
            request => request.Method == "GET" && request.Path.Value!.EndsWith("/files", StringComparison.Ordinal),
            _ => (200, "[]")
        );
        var scenario = Scenarios.Named("publish");
        var play = await scenario.Prepare(Campus);
        await DieAfterAsync("/create_success", scenario, play);

        await PlayAsync(scenario, play);

        Assert.Contains(await JudgeAsync(play), found => found.StartsWith("I5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_WithoutItsEntry_IsNotReplayed()
    {
        theatre.Bot = services =>
            services.ConfigureDbContext<RegistryContext>(options => options.AddInterceptors(new Unlogged("recording.published")));
        var scenario = Scenarios.Named("publish");
        var play = await scenario.Prepare(Campus);

        await PlayAsync(scenario, play);

        Assert.Contains(await JudgeAsync(play), found => found.StartsWith("I7", StringComparison.Ordinal));
    }

    /// <summary>What was removed is read back; here Canvas says that it is gone, and never removed it.</summary>
    [Fact]
    public async Task ReadBack_ThatLies_ReceiptsWhatIsStillThere()
    {
        theatre.Lie = new(
            request => request.Path.StartsWithSegments("/api/v1/files", StringComparison.Ordinal),
            _ => (404, """{"errors":[{"message":"The specified resource does not exist."}]}"""),
            isCarriedOut: false
        );
        var scenario = Scenarios.Named("remove");
        var play = await scenario.Prepare(Campus);

        await PlayAsync(scenario, play);

        Assert.Contains(await JudgeAsync(play), found => found.StartsWith("I13", StringComparison.Ordinal));
    }

    /// <summary>The seams see every kind of operation: where one went blind, its points would just be fewer.</summary>
    [Fact]
    public async Task Seams_OfAPublicationAndARemoval_SeeEveryKindOfOperation()
    {
        var publish = Scenarios.Named("publish");
        var play = await publish.Prepare(Campus);
        await theatre.DiesAsync(int.MaxValue, () => publish.Act(Campus, play));
        List<string> seen = [.. theatre.Fate.Passed];
        await theatre.DiesAsync(int.MaxValue, () => Scenarios.Named("remove").Act(Campus, play));
        seen.AddRange(theatre.Fate.Passed);

        string[] kinds =
        [
            "command INSERT",
            "done INSERT",
            "command UPDATE",
            "done UPDATE",
            "commit",
            "committed",
            "send POST /upload/",
            "sent DELETE /api/v1/files/",
            "body of GET",
            "answer to PUT",
            "file write",
            "file move",
            "file written",
            "file reported",
            "file remove .mp4",
            "file removed .mp4",
            "file cleared .mp4",
        ];
        Assert.All(kinds, kind => Assert.Contains(seen, point => point.StartsWith(kind, StringComparison.Ordinal)));
    }

    /// <summary>What ended when nobody waited for it any more goes with the recording, though no copy was ever noted.</summary>
    [Fact]
    public async Task LeftOver_OfARecordingThatIsDeleted_GoesWithItAndOthersStay()
    {
        var publish = Scenarios.Named("publish");
        var play = await publish.Prepare(Campus);
        await DieAfterAsync("/create_success", publish, play);
        await Campus.StartBotAsync();

        await Scenarios.Named("remove").Act(Campus, play);
        await Campus.AdvanceAsync(publish.Rest);

        Assert.Empty(await theatre.JudgeAsync(play.Expected with { Outcome = Outcome.Gone, OwnerAsked = true }));
    }

    /// <summary>What no guard of ours can be made to let through is put before the oracle's eyes.</summary>
    [Fact]
    public async Task Oracle_WhereSomethingIsTwiceOrTurnsBack_NamesIt()
    {
        var scenario = Scenarios.Named("remove");
        var play = await scenario.Prepare(Campus);
        await PlayAsync(scenario, play);
        var look = await theatre.LookAsync(play.Expected.Course);
        Assert.Empty(Judge.Violations(look, play.Expected));

        var published = look.Audit.First(row => row["Action"] == "recording.published");
        AssertNames("I12", look with { Audit = [.. look.Audit, published] }, play);
        AssertNames("I4", look with { Recordings = [.. look.Recordings, .. look.Recordings] }, play);
        AssertNames("I4", look with { Meetings = [.. look.Meetings, .. look.Meetings] }, play);
        AssertNames("I13", look with { Receipts = [] }, play);
        AssertNames("I5", look with { Canvas = [] }, play);
        AssertNames("I1", look, play with { Expected = play.Expected with { Outcome = Outcome.Shown } });
    }

    [Fact]
    public void Oracle_AsItIsWritten_SharesNoCodeWithTheProduct()
    {
        var sources = Directory.GetFiles(Path.Combine(House.Root, "tests", "KillPoints", "Oracle"), "*.cs");

        Assert.InRange(sources.Length, 10, 100);
        Assert.All(
            sources,
            source => Assert.DoesNotMatch("(Recording(Bot|Policy|Agent)|Connector|Simulator)[.;]", File.ReadAllText(source))
        );
    }

    private static void AssertNames(string invariant, Look look, Play play) =>
        Assert.Contains(Judge.Violations(look, play.Expected), found => found.StartsWith(invariant + ":", StringComparison.Ordinal));

    private static string Iso(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private async Task PlayAsync(Scenario scenario, Play play)
    {
        if (!Campus.IsRunning)
            await Campus.StartBotAsync();
        if (theatre.Lie is { } lie)
            lie.IsTold = true;
        await scenario.Act(Campus, play);
        await Campus.AdvanceAsync(scenario.Rest);
        if (theatre.Lie is { } told)
            told.IsTold = false;
    }

    /// <summary>Dies when Canvas has carried out a call and nobody has been told yet.</summary>
    private async Task DieAfterAsync(string call, Scenario scenario, Play play)
    {
        var kept = await Campus.KeepAsync();
        await LiveAsync(int.MaxValue);
        var at = theatre
            .Fate.Passed.ToList()
            .FindIndex(point => point.StartsWith("sent ", StringComparison.Ordinal) && point.EndsWith(call, StringComparison.Ordinal));
        Assert.True(at >= 0, "It is never called.");
        Assert.True(await LiveAsync(at + 1));

        async Task<bool> LiveAsync(int at)
        {
            await Campus.ReturnAsync(kept);
            await Campus.StartBotAsync();
            return await theatre.DiesAsync(
                at,
                async () =>
                {
                    await scenario.Act(Campus, play);
                    // On a busy machine a first try may come to nothing.
                    await Campus.AdvanceAsync(scenario.Rest);
                }
            );
        }
    }

    private Task<List<string>> JudgeAsync(Play play) => theatre.JudgeAsync(play.Expected);
}
