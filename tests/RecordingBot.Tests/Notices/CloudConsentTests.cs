using System.Net;
using System.Text.Json.Nodes;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Notices;

/// <summary>Recording on consent in Zoom's cloud: it is paused for whoever has not consented, and goes on by the host's hand.</summary>
public sealed class CloudConsentTests() : CampusTests("--Policy:Pack=example")
{
    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Newcomer_WhoHasNotConsented_HasTheRecordingPausedUntilTheyHave()
    {
        var lecture = await RecordedAsync();

        await Campus.Zoom.JoinAsync(lecture, "Bo Ek");
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await CountPausedAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await Campus.Zoom.RecordAsync(lecture, "cloud", "pause")).Status);

        (await Campus.Zoom.RecordAsync(lecture, "cloud", "resume")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(2, await CountPausedAsync());

        await (await ComesAsync(lecture)).AnswerAsync("Bo Ek", "yes");
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "HostConsentsThere"));
        (await Campus.Zoom.RecordAsync(lecture, "cloud", "resume")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await Campus.Zoom.RecordAsync(lecture, "cloud", "pause")).Status);
        Assert.Equal(2, await CountPausedAsync());
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Newcomer_WhileZoomRefuses_HasTheHostAskedToPause()
    {
        var lecture = await RecordedAsync();
        await Campus.Zoom.BreakAsync("api-500");

        await Campus.Zoom.JoinAsync(lecture, "Bo Ek");
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(1, await Campus.CountToldAsync("teacher", "HostConsentMissing"));
        Assert.Equal(0, await CountPausedAsync());
    }

    /// <summary>One who has consented is there, and it is recorded to the cloud.</summary>
    private async Task<Lecture> RecordedAsync()
    {
        var request = Requests.Consented();
        request["storage"] = JsonNode.Parse("""{ "place": "zoom-cloud", "country": "SE" }""");
        var lecture = await Campus.PlanAsync(courseId: null);
        Assert.Equal("approved", await Campus.DecideAsync(lecture, request));
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna Berg");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.SettleAsync();
        return lecture;
    }

    private async Task<int> CountPausedAsync() =>
        (await Campus.ToldAsync("teacher")).Count(text => text.Contains("has been paused", StringComparison.Ordinal));

    private async Task<Participant> ComesAsync(Lecture lecture) => new(Campus, await Campus.NoticeLinkAsync(lecture));
}
