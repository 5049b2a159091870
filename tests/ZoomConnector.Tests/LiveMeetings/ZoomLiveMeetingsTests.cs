using System.Text;
using ZoomConnector.Errors;
using ZoomConnector.Meetings;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.LiveMeetings;

public sealed class ZoomLiveMeetingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recording_OrderedToStartPauseResumeAndStop_DoesSoALittleLater()
    {
        await using var zoom = await SimulatedZoom.StartAsync(new Uri("http://127.0.0.1:9/nobody"));
        await zoom.Client.Settings.SetRecordingAsync("zoom-teacher", new() { CloudRecording = true }, Stop);
        var (id, live) = (await zoom.PlanAsync(), zoom.Client.LiveMeetings);
        await zoom.StartMeetingAsync(id);

        await live.StartRecordingAsync(id, Stop);
        Assert.DoesNotContain("recording.started", await EventsAsync(zoom));
        zoom.Clock.Advance(TimeSpan.FromSeconds(2));
        await live.PauseRecordingAsync(id, Stop);
        zoom.Clock.Advance(TimeSpan.FromSeconds(2));
        await live.ResumeRecordingAsync(id, Stop);
        zoom.Clock.Advance(TimeSpan.FromSeconds(2));
        await live.StopRecordingAsync(id, Stop);
        zoom.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(
            ["recording.started", "recording.paused", "recording.resumed", "recording.stopped"],
            (await EventsAsync(zoom)).Where(name => name.StartsWith("recording.", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Recording_OnTheComputerOrNone_CannotBeStopped()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var id = await zoom.PlanAsync();

        Assert.Equal(ZoomErrorKind.Invalid, await RefusedAsync(zoom, id));
        await zoom.StartMeetingAsync(id);
        Assert.Equal(ZoomErrorKind.Invalid, await RefusedAsync(zoom, id));
        await zoom.RecordAsync(id, "start");
        Assert.Equal(ZoomErrorKind.Invalid, await RefusedAsync(zoom, id));
        Assert.Equal(ZoomErrorKind.NotFound, await RefusedAsync(zoom, new MeetingId(5)));
    }

    [Fact]
    public async Task Order_OnTheWire_NamesItsMethod()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
            {
                context.Response.StatusCode = 202;
                return Task.CompletedTask;
            }
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());

        await services.Client().LiveMeetings.StopRecordingAsync(new MeetingId(81234567890), Stop);

        var request = server.Log[^1];
        Assert.Equal(("PATCH", "/v2/live_meetings/81234567890/events"), (request.Method, request.Target));
        Assert.Equal("""{"method":"recording.stop"}""", Encoding.UTF8.GetString(request.Body));
    }

    private static async Task<ZoomErrorKind> RefusedAsync(SimulatedZoom zoom, MeetingId id) =>
        (await Assert.ThrowsAsync<ZoomException>(() => zoom.Client.LiveMeetings.StopRecordingAsync(id, Stop))).Kind;

    private static async Task<List<string>> EventsAsync(SimulatedZoom zoom) =>
        [.. (await zoom.ItemsAsync("webhooks")).Select(delivery => (string)delivery!["event"]!)];
}
