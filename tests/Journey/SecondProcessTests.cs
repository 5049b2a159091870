using System.Diagnostics;

namespace Journey;

/// <summary>With SQLite one process works in a data folder; a second says so and ends.</summary>
public sealed class SecondProcessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bot_WhereAnotherWorks_SaysSoAndEndsWithStatus2()
    {
        await using var campus = await CampusProcess.StartAsync("second-campus", Ct);
        string[] arguments =
        [
            Place.Program("src", "RecordingBot"),
            "--environment=Campus",
            $"--data={campus.Folder}",
            "--Urls=http://127.0.0.1:0",
        ];

        await using var second = Child.Start("second-bot", new ProcessStartInfo("dotnet", arguments));

        Assert.Equal(2, await second.EndAsync(TimeSpan.FromMinutes(2), Ct));
        Assert.Contains(
            "Another RecordingBot already works in this data folder",
            await File.ReadAllTextAsync(Place.Artifact("second-bot.err"), Ct),
            StringComparison.Ordinal
        );
    }
}
