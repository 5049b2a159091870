using ZoomConnector.Errors;
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
        Assert.False((await settings.GetRecordingAsync("zoom-teacher", Stop)).LocalRecording);
        Assert.True((await settings.SetLocalRecordingAsync("zoom-teacher", true, Stop)).LocalRecording);
        Assert.True((await settings.GetRecordingAsync("zoom-teacher", Stop)).LocalRecording);
        Assert.False((await settings.GetRecordingAsync("zoom-teacher-2", Stop)).LocalRecording);
        var taken = await settings.SetLocalRecordingAsync("zoom-teacher", false, Stop);
        Assert.Equal((false, false, "none"), (taken.LocalRecording, taken.CloudRecording, taken.AutoRecording));
        Assert.Equal(
            (true, false, false),
            (taken.RecordingDisclaimer, taken.AskParticipantsToConsentDisclaimer, taken.AskHostToConfirmDisclaimer)
        );
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
