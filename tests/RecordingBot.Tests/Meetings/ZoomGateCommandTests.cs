using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using ZoomConnector;

namespace RecordingBot.Tests.Meetings;

/// <summary>The dry run: what the gate would change, told before anything is.</summary>
public sealed class ZoomGateCommandTests : CampusTests
{
    private static readonly PersonSetting[] People = [new() { ZoomUserId = "zoom-teacher" }, new() { ZoomUserId = null }];

    [Fact]
    public async Task Gate_BeforeItIsUp_NamesWhatItWouldChangeAndChangesNothing()
    {
        await Campus.Zoom.SetByHandAsync("teacher", new { auto = "local" });

        var (status, said) = await TellAsync(new());

        Assert.Equal(0, status);
        Assert.Equal(
            ["zoom-teacher: local_recording on -> off; auto_recording local -> none", "1 governed, 1 to change."],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
        Assert.Equal((true, false, "local"), await Campus.Zoom.SettingsAsync());
    }

    [Fact]
    public async Task Gate_ForEverybodyAndForWhomNobodyKnows_SaysSo()
    {
        await Campus.SettleAsync();
        var meetings = new MeetingsOptions
        {
            Gate = "observe",
            Governed = new() { All = true },
        };
        meetings.Governed.Hosts.Add("nobody@campus.example.edu");

        var (status, said) = await TellAsync(meetings);

        Assert.Equal(1, status);
        Assert.Contains("observes", said, StringComparison.Ordinal);
        Assert.Contains("not known in Zoom: nobody@campus.example.edu", said, StringComparison.Ordinal);
        Assert.Contains("zoom-teacher: nothing to change", said, StringComparison.Ordinal);
        Assert.Contains("3 governed, 0 to change.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_WithoutSettings_EndsWithStatusTwo()
    {
        var (status, _, error) = await CommandLine.RunAsync(ZoomGateCommand.Create());

        Assert.Equal(2, status);
        Assert.Contains("Zoom:", error, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Said)> TellAsync(MeetingsOptions meetings)
    {
        await using var output = new StringWriter();
        var zoom = Campus.Services.GetRequiredService<ZoomClient>();
        return (await ZoomGateCommand.TellAsync(zoom, meetings, People, output, Ct), output.ToString());
    }
}
