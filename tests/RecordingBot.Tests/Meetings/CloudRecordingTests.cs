using System.Globalization;
using System.Net;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>A cloud recording that nobody has approved is stopped, as often as it is begun, and its host is told why.</summary>
public sealed class CloudRecordingTests : CampusTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Recording_Unapproved_IsStoppedAtOnceAndTheHostIsTold()
    {
        var lecture = await BegunAsync();

        await RecordAsync(lecture);

        // Zoom takes another start only where nothing runs.
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((null, "stopped"), (incident.ClosedAt, incident.Done));
        Assert.Equal((await Campus.MeetingAsync(lecture)).Id, incident.MeetingId);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "CloudStopped"));
        Assert.Empty(await Campus.TasksAsync(TaskKind.CloudRecording));
    }

    [Fact]
    public async Task Recording_OfAMeetingApprovedForTheComputer_IsStoppedToo()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.OpenCloudUnseenAsync();

        await RecordAsync(lecture);

        Assert.Equal("stopped", Assert.Single(await IncidentsAsync()).Done);
    }

    [Fact]
    public async Task Recording_BegunThreeTimes_IsStoppedEachTimeAndTheDpoIsAsked()
    {
        var lecture = await BegunAsync();

        for (var time = 1; time <= 3; time++)
        {
            Assert.Empty(await Campus.TasksAsync(TaskKind.CloudRecording));
            await RecordAsync(lecture);
        }

        var task = Assert.Single(await Campus.TasksAsync(TaskKind.CloudRecording));
        Assert.Equal((Role.Dpo, 3), (task.Role, await Campus.CountToldAsync("teacher", "CloudStopped")));
        var incident = Assert.Single(await IncidentsAsync());

        var closed = await Campus.Bot.PostAsync("dpo", $"/incidents/{incident.Id}/close", new { reason = "Talked to the host." });

        Assert.Equal(HttpStatusCode.NoContent, closed.Status);
        Assert.Empty(await Campus.TasksAsync(TaskKind.CloudRecording));
    }

    [Fact]
    public async Task Recording_PausedAndResumed_IsStoppedAgain()
    {
        var lecture = await BegunAsync();
        await Campus.Zoom.BreakAsync("api-500");
        await Campus.Zoom.RecordAsync(lecture, "cloud");
        await Campus.SettleAsync();
        await Campus.Zoom.RecordAsync(lecture, "cloud", "pause");
        await Campus.AdvanceAsync(Moment);
        await Campus.Zoom.RecordAsync(lecture, "cloud", "resume");
        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Conflict, (await Campus.Zoom.RecordAsync(lecture, "cloud", "stop")).Status);
        Assert.Equal("stopped", Assert.Single(await IncidentsAsync()).Done);
    }

    [Fact]
    public async Task Recording_ThatZoomDoesNotStop_IsTriedAgainAndTheDpoIsAsked()
    {
        var lecture = await BegunAsync();
        await Campus.Zoom.BreakAsync("api-500");
        await Campus.Zoom.RecordAsync(lecture, "cloud");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await Campus.TasksAsync(TaskKind.CloudRecording));
        Assert.Equal("not-stopped", Assert.Single(await IncidentsAsync()).Done);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "CloudNotStopped"));

        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("stopped", Assert.Single(await IncidentsAsync()).Done);
    }

    [Fact]
    public async Task Recording_WhoseStopIsNotTold_IsStoppedAllTheSame()
    {
        var lecture = await BegunAsync();
        await Campus.Zoom.RecordAsync(lecture, "cloud");
        await Campus.Zoom.BreakAsync("webhooks-lost");

        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("stopped", Assert.Single(await IncidentsAsync()).Done);
        Assert.Empty(await Campus.TasksAsync(TaskKind.CloudRecording));
    }

    [Fact]
    public async Task Recording_WhenItsMeetingEnds_IsNotStoppedAnyMore()
    {
        var lecture = await BegunAsync();
        await Campus.Zoom.BreakAsync("api-500");
        await Campus.Zoom.RecordAsync(lecture, "cloud");
        await Campus.SettleAsync();

        await Campus.EndAsync(lecture);
        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Null(Assert.Single(await IncidentsAsync()).ClosedAt);
        Assert.Equal(0, await Campus.CountToldAsync("teacher", "CloudStopped"));
    }

    [Theory]
    [InlineData("started stopped resumed stopped-2")]
    [InlineData("stopped-2 resumed stopped started")]
    [InlineData("resumed started resumed stopped-2 started stopped")]
    [InlineData("stopped started stopped-2 resumed stopped-2")]
    public async Task Events_InAnyOrderAndRepeated_AreOneIncident(string order)
    {
        var lecture = await BegunAsync();
        // Zoom tells whole seconds.
        var at = new DateTimeOffset(Campus.Now.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));
        var repetition = 0;
        foreach (var name in order.Split(' '))
            await Campus.DeliverAsync(Event(lecture, name, at, repetition++));
        await Campus.SettleAsync();

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((at, null), (incident.At, incident.ClosedAt));
        var stop = await Campus.ReadAsync(registry => Task.FromResult(Assert.Single(registry.CloudStops)));
        Assert.Equal((2, at.AddSeconds(20), null), (stop.Times, stop.EndedAt, stop.DueAt));
    }

    /// <summary>It began, was stopped after 5 seconds, resumed after 10, and stopped after 20.</summary>
    private static string Event(Lecture lecture, string name, DateTimeOffset at, int repetition)
    {
        var (word, after, end) = name switch
        {
            "started" => ("started", 0, null),
            "stopped" => ("stopped", 5, (int?)5),
            "resumed" => ("resumed", 10, null),
            _ => ("stopped", 20, 20),
        };
        var (stamp, ended) = (
            at.AddSeconds(after).ToUnixTimeMilliseconds(),
            end is { } seconds ? $"\"{Text(at.AddSeconds(seconds))}\"" : "null"
        );
        return $$"""
            {"event":"recording.{{word}}","event_ts":{{stamp}},"repetition":{{repetition}},"payload":{"object":{"id":{{lecture.ZoomId}},"uuid":"{{lecture.Uuid}}",
             "host_id":"zoom-teacher","topic":"T","recording_file":{"recording_start":"{{Text(at)}}","recording_end":{{ended}} } } } }
            """;
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<Lecture> BegunAsync()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.BeginAsync(lecture);
        await Campus.OpenCloudUnseenAsync();
        return lecture;
    }

    /// <summary>The host presses Record, and a moment goes by.</summary>
    private async Task RecordAsync(Lecture lecture)
    {
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.AdvanceAsync(Moment);
    }

    private Task<List<IncidentRow>> IncidentsAsync() => Campus.IncidentsAsync(IncidentKind.CloudRecording);
}
