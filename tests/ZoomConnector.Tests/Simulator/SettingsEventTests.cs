using System.Net;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Simulator;

/// <summary>What is changed by hand in Zoom's portal is told of by events (facts/zoom.md 2.5).</summary>
public sealed class SettingsEventTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_ChangedByHand_AreToldOf()
    {
        await using var zoom = await SimulatedZoom.StartAsync(new Uri("http://127.0.0.1:9/nobody"));
        await zoom.PostAsync("users/teacher/recording-settings", new { local = false });
        await zoom.PostAsync("groups", new { name = "Mathematics", members = new[] { "teacher" } });
        await zoom.PostAsync("groups/group-1/recording-settings", new { cloud = false });
        await zoom.PostAsync("groups/group-1/recording-settings", new { @lock = new[] { "cloud_recording" } });
        await zoom.PostAsync("account/recording-settings", new { auto = "cloud", @lock = new[] { "auto_recording" } });
        await zoom.PostAsync("groups/group-1/members", new { account = "teacher", @do = "remove" });

        Assert.Equal(
            [
                "user.settings_updated",
                "group.member_added",
                "group.settings_updated",
                "group.lock_settings_updated",
                "account.settings_updated",
                "account.lock_settings_updated",
                "group.member_deleted",
            ],
            await EventsAsync(zoom)
        );
        var settings = await zoom.Client.Settings.GetRecordingAsync("zoom-teacher", Stop);
        Assert.Equal((false, "cloud"), (settings.LocalRecording, settings.AutoRecording));
    }

    [Fact]
    public async Task Settings_ChangedThroughTheApi_AreToldOfWhereSoSet()
    {
        await using var zoom = await SimulatedZoom.StartAsync(new Uri("http://127.0.0.1:9/nobody"));
        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", false, Stop);
        Assert.Empty(await EventsAsync(zoom));
        await zoom.PostAsync("settings", new { tellsApiChanges = true });

        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", true, Stop);

        Assert.Equal(["user.settings_updated"], await EventsAsync(zoom));
    }

    [Theory]
    [InlineData("users/teacher/recording-settings", """{ "auto": "always" }""", HttpStatusCode.BadRequest)]
    [InlineData("users/nobody/recording-settings", """{ "local": true }""", HttpStatusCode.BadRequest)]
    [InlineData("users/teacher/recording-settings", """{ "cloud": true }""", HttpStatusCode.Conflict)]
    [InlineData("groups/group-9/recording-settings", """{ "local": true }""", HttpStatusCode.Conflict)]
    [InlineData("account/recording-settings", """{ "lock": ["everything"] }""", HttpStatusCode.BadRequest)]
    public async Task Settings_ThatCannotBeChangedSo_AreRefused(string door, string body, HttpStatusCode expected)
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.PostAsync("account/recording-settings", new { @lock = new[] { "cloud_recording" } });

        using var answer = await zoom.PostAsync(door, System.Text.Json.Nodes.JsonNode.Parse(body));

        Assert.Equal(expected, answer.StatusCode);
    }

    private static async Task<List<string>> EventsAsync(SimulatedZoom zoom) =>
        [.. (await zoom.ItemsAsync("webhooks")).Select(delivery => (string)delivery!["event"]!)];
}
