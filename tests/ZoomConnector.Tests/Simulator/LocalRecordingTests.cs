using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ZoomConnector.Meetings;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Simulator;

public sealed class LocalRecordingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recording_WithoutTheRight_IsRefusedAndLeavesNothing()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", false, Stop);
        var id = await zoom.PlanAsync();
        await zoom.StartMeetingAsync(id);
        using var refused = await zoom.RecordAsync(id, "start");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var body = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Stop))!.AsObject();
        Assert.Equal(["code", "message"], body.Select(field => field.Key).ToList());
        Assert.Empty(zoom.Recordings.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Right_GivenInARunningMeeting_CountsOnlyWhereSoSet()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", false, Stop);
        var id = await zoom.PlanAsync();
        await zoom.StartMeetingAsync(id);
        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", true, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, (await zoom.RecordAsync(id, "start")).StatusCode);
        await zoom.PostAsync("settings", new { liveRights = true });
        Assert.Equal(HttpStatusCode.OK, (await zoom.RecordAsync(id, "start")).StatusCode);
    }

    [Fact]
    public async Task Recording_WithTheRight_LeavesWhatZoomLeaves()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", true, Stop);
        var id = await zoom.PlanAsync("Kurs A/B: fråga?");
        var uuid = await zoom.StartMeetingAsync(id);
        await zoom.RecordAsync(id, "start");
        var folder = Assert.Single(zoom.Recordings.EnumerateDirectories());
        Assert.Equal($"2026-09-07 10.15.00 Kurs A_B_ fråga_ {id}", folder.Name);
        Assert.Equal(["double_click_to_convert_01.zoom"], Names(folder));

        await zoom.RecordAsync(id, "stop");
        await zoom.RecordAsync(id, "start");
        var channel = (await zoom.Client.Meetings.GetAsync(id, Stop)).ChatChannelId!;
        await zoom.Client.TeamChat.SendToChannelAsync("zoom-teacher", channel, "Notice", Stop);
        zoom.Clock.Advance(TimeSpan.FromMinutes(90));
        await zoom.PostAsync($"meetings/{id}/end");

        var conf = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "recording.conf"), Stop))!;
        var magic = (string?)conf["magic_number"];
        string[] media = [$"audio1{magic}.m4a", $"audio2{magic}.m4a", $"video1{magic}.mp4", $"video2{magic}.mp4"];
        Assert.Equal([media[0], media[1], "chat.txt", "recording.conf", media[2], media[3]], Names(folder));
        Assert.All(conf["items"]!.AsArray(), item => Assert.Equal(100, (int?)item!["process"]));
        Assert.Equal(
            "10:15:00 From Campus Teacher to Everyone: Notice\n",
            await File.ReadAllTextAsync(Path.Combine(folder.FullName, "chat.txt"), Stop)
        );
        Assert.All(folder.EnumerateFiles(), file => Assert.Equal(zoom.Clock.GetUtcNow().UtcDateTime, file.LastWriteTimeUtc));
        var hashes = media.Select(name => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.FullName, name)))));
        Assert.Equal(4, hashes.Distinct(StringComparer.Ordinal).Count());
        AssertIsMp4(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, media[2]), Stop), uuid);
    }

    [Fact]
    public async Task Recording_InTheSameSecondTwice_HasAFolderEach()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", true, Stop);
        var id = await zoom.PlanAsync();
        for (var time = 0; time < 2; time++)
        {
            await zoom.StartMeetingAsync(id);
            await zoom.RecordAsync(id, "start");
            await zoom.PostAsync($"meetings/{id}/end");
        }

        Assert.Equal(2, zoom.Recordings.EnumerateDirectories().Count());
    }

    [Fact]
    public async Task Recording_InTheWrongState_IsAConflict()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.Client.Settings.SetLocalRecordingAsync("zoom-teacher", true, Stop);
        var id = await zoom.PlanAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await zoom.RecordAsync(id, "start")).StatusCode);
        await zoom.StartMeetingAsync(id);
        Assert.Equal(HttpStatusCode.Conflict, (await zoom.RecordAsync(id, "stop")).StatusCode);
        await zoom.RecordAsync(id, "start");
        Assert.Equal(HttpStatusCode.Conflict, (await zoom.RecordAsync(id, "start")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await zoom.RecordAsync(id, "start", "cloud")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await zoom.RecordAsync(id, "pause")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await zoom.RecordAsync(new MeetingId(5), "start")).StatusCode);
    }

    private static List<string> Names(DirectoryInfo folder) =>
        [.. folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>The file is boxes from end to end, holds film and index, and its last box names the instance.</summary>
    private static void AssertIsMp4(byte[] file, MeetingUuid uuid)
    {
        var boxes = new List<(string Type, string Content)>();
        for (var at = 0; at < file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            boxes.Add((Encoding.ASCII.GetString(file, at + 4, 4), Encoding.UTF8.GetString(file, at + 8, length - 8)));
            at += length;
        }

        Assert.Equal("ftyp", boxes[0].Type);
        Assert.Contains(boxes, box => box.Type == "moov");
        Assert.Contains(boxes, box => box.Type == "mdat");
        Assert.Equal(("free", $"{uuid} video 1"), boxes[^1]);
    }
}
