using ZoomConnector.Errors;
using ZoomConnector.Settings;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Settings;

public sealed class ZoomSettingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LocalRecording_SetAndTaken_IsReadBack()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var settings = zoom.Client.Settings;
        Assert.True((await settings.GetRecordingAsync("zoom-teacher", Stop)).LocalRecording);
        var taken = await settings.SetLocalRecordingAsync("zoom-teacher", false, Stop);
        Assert.Equal((false, false, "none"), (taken.LocalRecording, taken.CloudRecording, taken.AutoRecording));
        Assert.Equal(
            (true, false, false),
            (taken.RecordingDisclaimer, taken.AskParticipantsToConsentDisclaimer, taken.AskHostToConfirmDisclaimer)
        );
        Assert.False((await settings.GetRecordingAsync("zoom-teacher", Stop)).LocalRecording);
        Assert.True((await settings.GetRecordingAsync("zoom-teacher-2", Stop)).LocalRecording);
        Assert.True((await settings.SetLocalRecordingAsync("zoom-teacher", true, Stop)).LocalRecording);
    }

    [Fact]
    public async Task Recording_SetInPart_LeavesTheRestAsItIs()
    {
        await using var zoom = await SimulatedZoom.StartAsync();

        var set = await zoom.Client.Settings.SetRecordingAsync(
            "zoom-teacher",
            new() { CloudRecording = true, AutoRecording = "cloud" },
            Stop
        );

        Assert.Equal(
            new RecordingSettings
            {
                LocalRecording = true,
                CloudRecording = true,
                AutoRecording = "cloud",
                RecordingDisclaimer = true,
                AskParticipantsToConsentDisclaimer = false,
                AskHostToConfirmDisclaimer = false,
            },
            set
        );
    }

    [Theory]
    [InlineData("account")]
    [InlineData("groups/group-1")]
    public async Task Recording_LockedAbove_IsAConflictAndTheLockSaysSo(string above)
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.PostAsync("groups", new { name = "Mathematics", members = new[] { "teacher" } });
        await zoom.PostAsync($"{above}/recording-settings", new { local = true, @lock = new[] { "local_recording" } });

        var fault = await Assert.ThrowsAsync<ZoomException>(() => zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", false, Stop));

        var (group, account) = (
            await zoom.Client.Settings.GetGroupLocksAsync("group-1", Stop),
            await zoom.Client.Settings.GetAccountLocksAsync(Stop)
        );
        Assert.Equal(ZoomErrorKind.Conflict, fault.Kind);
        Assert.Equal((above != "account", above == "account"), (group.LocalRecording, account.LocalRecording));
        Assert.Equal((false, false), (group.CloudRecording, account.AutoRecording));
    }

    [Fact]
    public async Task Recording_OfAGroupAndTheAccount_IsAsTheySay()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.PostAsync("groups", new { name = "Mathematics" });
        await zoom.PostAsync("groups/group-1/recording-settings", new { local = false, auto = "cloud" });

        Assert.Equal(
            new RecordingSettings
            {
                LocalRecording = false,
                CloudRecording = true,
                AutoRecording = "cloud",
            },
            await zoom.Client.Settings.GetGroupRecordingAsync("group-1", Stop)
        );
        Assert.Equal("none", (await zoom.Client.Settings.GetAccountRecordingAsync(Stop)).AutoRecording);
        var unknown = await Assert.ThrowsAsync<ZoomException>(() => zoom.Client.Settings.GetGroupRecordingAsync("group-2", Stop));
        Assert.Equal(ZoomErrorKind.NotFound, unknown.Kind);
    }

    [Fact]
    public async Task LocalRecording_ThatDoesNotTake_IsAConflict()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, request) =>
            {
                context.Response.StatusCode = 204;
                return request.Method == "PATCH"
                    ? Task.CompletedTask
                    : Answers.JsonAsync(context, 200, """{"recording":{"local_recording":false}}""");
            }
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        var fault = await Assert.ThrowsAsync<ZoomException>(() => services.Client().Settings.SetLocalRecordingAsync("u", true, Stop));
        Assert.Equal(ZoomErrorKind.Conflict, fault.Kind);
    }

    [Fact]
    public async Task LocalRecording_WithoutTheScope_NamesIt()
    {
        await using var zoom = await SimulatedZoom.StartAsync(with: options => options with { Scopes = ["user:read:settings:admin"] });
        var fault = await Assert.ThrowsAsync<ZoomException>(() => zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", true, Stop));
        Assert.Equal(ZoomErrorKind.ScopeMissing, fault.Kind);
        Assert.Equal(["user:update:settings:admin"], fault.MissingScopes);
    }
}
