using System.Text.Json.Nodes;
using ZoomConnector.CloudRecordings;
using ZoomConnector.Errors;
using ZoomConnector.Meetings;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.CloudRecordings;

public sealed class ZoomCloudRecordingsTests
{
    private static readonly TimeSpan AllReady = TimeSpan.FromHours(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_AfterTheMeeting_TellsItsFilesAndTheTranscriptLater()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var (id, uuid) = await zoom.RecordedAsync(TimeSpan.FromMinutes(1));
        Assert.Null(await zoom.Client.CloudRecordings.FindAsync(uuid, Stop));

        zoom.Clock.Advance(TimeSpan.FromMinutes(4));
        var early = await zoom.Client.CloudRecordings.FindAsync(uuid, Stop);
        Assert.Equal((uuid, id, "zoom-teacher", "FYSA12, föreläsning 3"), (early!.Uuid, early.Id, early.HostId, early.Topic));
        Assert.Equal(["M4A", "M4A", "MP4", "MP4"], early.Files.Select(file => file.FileType).Order(StringComparer.Ordinal));
        Assert.All(early.Files, file => Assert.True(file is { FileSize: > 0, IsUnfinished: false, Id.Length: > 0 }));
        Assert.Equal(TimeSpan.FromMinutes(30), early.Duration);

        zoom.Clock.Advance(AllReady);
        var late = await zoom.Client.CloudRecordings.FindAsync(uuid, Stop);
        Assert.Contains(late!.Files, file => file.FileType == "TRANSCRIPT");
    }

    [Fact]
    public async Task Find_OfEachInstanceOfOneMeeting_IsItsOwn()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        MeetingId? id = null;
        var found = new List<string>();
        for (var time = 0; time < 4; time++)
        {
            var (meeting, uuid) = await zoom.RecordedAsync(AllReady, id);
            id = meeting;
            var recording = await zoom.Client.CloudRecordings.FindAsync(uuid, Stop);
            found.AddRange(recording!.Files.Select(file => file.Id!));
        }
        Assert.Equal(found.Count, found.Distinct().Count());
    }

    [Fact]
    public async Task Find_OfAMeetingThatNobodyKnows_IsNoRecordingOnlyIfZoomSaysSo()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
                context.Request.Path.Value!.Contains("none", StringComparison.Ordinal)
                    ? Answers.JsonAsync(context, 404, """{"code":3301}""")
                : context.Request.Path.Value!.Contains("html", StringComparison.Ordinal)
                    ? Answers.TextAsync(context, 404, "text/html", "<p>")
                : Answers.JsonAsync(context, 404, """{"code":3001}""")
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        var cloud = services.Client().CloudRecordings;

        Assert.Null(await cloud.FindAsync(new("none"), Stop));
        foreach (var uuid in (string[])["unknown", "html"])
            Assert.Equal(ZoomErrorKind.NotFound, (await Assert.ThrowsAsync<ZoomException>(() => cloud.FindAsync(new(uuid), Stop))).Kind);
    }

    [Fact]
    public async Task Find_AnsweredWithAnothersRecording_IsAFault()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
                Answers.JsonAsync(
                    context,
                    200,
                    """{"uuid":"other","id":7,"host_id":"h","start_time":"2026-10-05T08:00:00Z","recording_files":[]}"""
                )
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());

        var fault = await Assert.ThrowsAsync<ZoomException>(() => services.Client().CloudRecordings.FindAsync(new("asked"), Stop));

        Assert.Equal(ZoomErrorKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task Find_WithFieldsMissingOrOdd_ReadsTheRest()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
                Answers.JsonAsync(
                    context,
                    200,
                    """
                    {"uuid":"u","id":"7","host_id":"h","start_time":"2026-10-05T08:00:00Z","duration":0,"recording_files":[
                     {"file_type":"TIMELINE","file_extension":"JSON","recording_end":""},
                     {"id":"f","file_type":"MP4","file_size":"much","status":"processing"}, 5],
                     "participant_audio_files":[{"id":"p","file_type":"M4A","file_size":3}]}
                    """
                )
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());

        var found = await services.Client().CloudRecordings.FindAsync(new("u"), Stop);

        Assert.Equal(
            [(null, 0L, false, false), ("f", 0L, true, false), (null, 0L, false, false), ("p", 3L, false, true)],
            found!.Files.Select(file => (file.Id, file.FileSize, file.IsUnfinished, file.OfOneParticipant))
        );
    }

    [Fact]
    public async Task List_OverMonths_FindsEveryOneAndNoneTwice()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var first = DateOnly.FromDateTime(zoom.Clock.GetUtcNow().UtcDateTime);
        var held = new List<MeetingUuid>();
        for (var time = 0; time < 5; time++)
            held.Add((await zoom.RecordedAsync(TimeSpan.FromDays(20))).Uuid);
        var last = DateOnly.FromDateTime(zoom.Clock.GetUtcNow().UtcDateTime);

        var found = await ReadAsync(zoom.Client.CloudRecordings.ListForUserAsync("zoom-teacher", first, last, Stop));

        Assert.Equal(held.Select(uuid => uuid.Value).Order(), found.Select(uuid => uuid.Value).Order());
        Assert.Empty(await ReadAsync(zoom.Client.CloudRecordings.ListForUserAsync("zoom-teacher-2", first, last, Stop)));
    }

    [Fact]
    public async Task List_OfMoreThanAPage_IsReadToItsEnd()
    {
        var asked = new List<string>();
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
            {
                asked.Add(context.Request.QueryString.Value!);
                var page = asked.Count;
                return Answers.JsonAsync(
                    context,
                    200,
                    $$"""
                    {"next_page_token":"{{(page < 3 ? "p" + page : "")}}","meetings":[{"uuid":"u{{page}}","id":7,"host_id":"h",
                     "start_time":"2026-10-05T08:00:00Z"}]}
                    """
                );
            }
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());

        var found = await ReadAsync(services.Client().CloudRecordings.ListForUserAsync("h", new(2026, 10, 1), new(2026, 10, 28), Stop));

        Assert.Equal(["u1", "u2", "u3"], found.Select(uuid => uuid.Value));
        Assert.All(asked, query => Assert.Contains("from=2026-10-01&to=2026-10-28", query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_ThatBreaksOff_IsAFaultAndNoShorterList()
    {
        await using var zoom = await SimulatedZoom.StartAsync(skipsWaits: true);
        await zoom.RecordedAsync(AllReady);
        await zoom.PostAsync("faults", new { fault = "api-500", times = 100 });
        var today = DateOnly.FromDateTime(zoom.Clock.GetUtcNow().UtcDateTime);

        var fault = await Assert.ThrowsAsync<ZoomException>(() =>
            ReadAsync(zoom.Client.CloudRecordings.ListForUserAsync("zoom-teacher", today, today, Stop))
        );

        Assert.Equal(ZoomErrorKind.Unavailable, fault.Kind);
    }

    [Fact]
    public async Task Delete_ByAndBy_LeavesNothingInListNorTrash()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var (_, uuid) = await zoom.RecordedAsync(AllReady);
        var cloud = zoom.Client.CloudRecordings;

        Assert.True(await cloud.DeleteAsync(uuid, Stop));
        Assert.Null(await cloud.FindAsync(uuid, Stop));
        Assert.Equal([uuid], await TrashAsync(zoom));

        Assert.True(await cloud.DeleteAsync(uuid, Stop));
        Assert.Empty(await TrashAsync(zoom));
        Assert.False(await cloud.DeleteAsync(uuid, Stop));

        Assert.Equal((true, true), Left(await zoom.ItemsAsync("cloud")));
        Assert.True(await cloud.DeleteTranscriptAsync(uuid, Stop));
        Assert.True(await cloud.DeleteSummaryAsync(uuid, Stop));
        Assert.False(await cloud.DeleteTranscriptAsync(uuid, Stop));
        Assert.False(await cloud.DeleteSummaryAsync(uuid, Stop));
        Assert.Equal((false, false), Left(await zoom.ItemsAsync("cloud")));
    }

    [Fact]
    public async Task Trash_TakenBack_IsThereAgain()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var (id, uuid) = await zoom.RecordedAsync(AllReady);

        Assert.True(await zoom.Client.CloudRecordings.TrashAsync(uuid, Stop));
        Assert.False(await zoom.Client.CloudRecordings.TrashAsync(uuid, Stop));
        await zoom.DoAsync(id, "recover");

        Assert.NotNull(await zoom.Client.CloudRecordings.FindAsync(uuid, Stop));
    }

    [Fact]
    public async Task Trash_AfterThirtyDays_IsGone()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var (_, uuid) = await zoom.RecordedAsync(AllReady);
        await zoom.Client.CloudRecordings.TrashAsync(uuid, Stop);
        Assert.NotEmpty(await TrashAsync(zoom));

        zoom.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await TrashAsync(zoom));
    }

    private static async Task<List<MeetingUuid>> TrashAsync(SimulatedZoom zoom)
    {
        var today = DateOnly.FromDateTime(zoom.Clock.GetUtcNow().UtcDateTime);
        return await ReadAsync(zoom.Client.CloudRecordings.ListTrashAsync("zoom-teacher", today.AddDays(-40), today, Stop));
    }

    private static (bool Transcript, bool Summary) Left(JsonArray items) =>
        (items.Single()!["transcript"]!.GetValue<bool>(), items.Single()!["summary"]!.GetValue<bool>());

    private static async Task<List<MeetingUuid>> ReadAsync(IAsyncEnumerable<CloudRecording> recordings)
    {
        var found = new List<MeetingUuid>();
        await foreach (var recording in recordings)
            found.Add(recording.Uuid);
        return found;
    }
}
