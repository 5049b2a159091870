using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>The webhook's door: checked over the raw bytes, durable before the 2xx, harmless when repeated (I3, I4).</summary>
public sealed class WebhookTests(SmallCampus campus) : IClassFixture<SmallCampus>
{
    private const string Unknown = """{"event":"phone.rang","event_ts":1800000000000,"payload":{"object":{}}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_Repeated_IsOneRow()
    {
        var body = Event("meeting.created", "repeated");

        var first = await campus.DeliverAsync(body);
        var again = await campus.DeliverAsync(body);
        await campus.SettleAsync();
        var late = await campus.DeliverAsync(body);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], new[] { first.Status, again.Status, late.Status });
        var digest = Digest(Encoding.UTF8.GetBytes(body));
        Assert.Equal(1, await campus.ReadAsync(registry => registry.Inbox.CountAsync(row => row.Digest == digest, Ct)));
        Assert.Equal(1, await campus.ReadAsync(registry => registry.Meetings.CountAsync(row => row.Topic == "repeated", Ct)));
    }

    [Theory]
    [InlineData(30, HttpStatusCode.OK)]
    [InlineData(33, HttpStatusCode.BadRequest)]
    public async Task Webhook_Nested_IsReadToADepthOfThirtyTwo(int arrays, HttpStatusCode expected)
    {
        var body = $$"""{"event":"deep","payload":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";

        Assert.Equal(expected, (await campus.DeliverAsync(body)).Status);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK, false)]
    [InlineData(0, HttpStatusCode.OK, true)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge, false)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge, true)]
    public async Task Webhook_UpToTheLimit_IsTaken(int over, HttpStatusCode expected, bool chunked)
    {
        var head = $$"""{"event":"large.{{over}}.{{chunked}}","pad":" """;
        var body = Encoding.UTF8.GetBytes(head + new string('x', ZoomDoors.LargestBody + over - head.Length - 2) + "\"}");
        var delivery = Webhooks.Signed(body, campus.Now);
        delivery.Headers.TransferEncodingChunked = chunked;

        var answer = await campus.DeliverAsync(delivery);

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected is HttpStatusCode.OK, await StoredAsync(body) is not null);
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData("{}")]
    [InlineData("""{"event":"meeting.started"}""")]
    [InlineData("""{"event":"meeting.started","payload":{"object":{"id":"not a number","uuid":7}}}""")]
    [InlineData("""{"event":"meeting.participant_joined","payload":{"object":{"uuid":"of-nobody"}}}""")]
    public async Task Webhook_UnknownOrIncomplete_IsKeptAndWorkedOff(string body)
    {
        var answer = await campus.DeliverAsync(body);
        await campus.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var stored = await StoredAsync(Encoding.UTF8.GetBytes(body));
        Assert.NotNull(stored!.ProcessedAt);
    }

    [Fact]
    public async Task Webhook_OfEveryEventInUse_IsAcceptedAndWorkedOff()
    {
        var samples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.json");
        Assert.Equal(47, samples.Length);
        foreach (var sample in samples)
            Assert.True(
                (await campus.DeliverAsync(await File.ReadAllTextAsync(sample, Ct))).Status is HttpStatusCode.OK,
                Path.GetFileName(sample)
            );

        await campus.SettleAsync();

        foreach (var sample in samples.Where(sample => !sample.EndsWith("endpoint.url_validation.json", StringComparison.Ordinal)))
        {
            var stored = await StoredAsync(await File.ReadAllBytesAsync(sample, Ct));
            Assert.True(stored is { ProcessedAt: not null, Attempts: 0 }, Path.GetFileName(sample));
        }
    }

    [Fact]
    public async Task Webhook_BeforeItsAnswer_IsOnDiskAndItsNamesGoOnceItIsWorkedOff()
    {
        var body = Event(
            "meeting.participant_joined",
            "with a name",
            ",\"participant\":{\"user_name\":\"Somebody Else\",\"join_time\":\"2027-01-18T08:00:00Z\"}"
        );

        await campus.DeliverAsync(body);
        var kept = await StoredAsync(Encoding.UTF8.GetBytes(body));
        await campus.SettleAsync();

        Assert.Equal(body, Encoding.UTF8.GetString(kept!.Body!));
        Assert.Null((await StoredAsync(Encoding.UTF8.GetBytes(body)))!.Body);
    }

    [Fact]
    public async Task Webhook_TwentyMinutesOld_OnlyMakesTheBotAskZoom()
    {
        await campus.Zoom.BreakAsync("webhooks-lost", times: 1);
        var lecture = await campus.Zoom.PlanAsync("As Zoom says", campus.Now.AddHours(1), 60, CanvasStage.Course, "teacher");
        await campus.Zoom.MendAsync();

        var body = Event("meeting.started", "As the webhook says", id: lecture.ZoomId, uuid: lecture.Uuid);
        var answer = await campus.DeliverAsync(body, age: TimeSpan.FromMinutes(20));
        await campus.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True((await StoredAsync(Encoding.UTF8.GetBytes(body)))!.Stale);
        var meeting = await campus.MeetingAsync(lecture);
        Assert.Equal(("As Zoom says", null), (meeting.Topic, meeting.StartedAt));
    }

    [Fact]
    public async Task UrlValidation_FromZoom_IsAnswered() => Assert.True(await campus.Zoom.ValidatesAsync());

    [Fact]
    public async Task UrlValidation_TwentyMinutesOld_IsNotAnswered()
    {
        const string Challenge = """{"event":"endpoint.url_validation","payload":{"plainToken":"old"}}""";

        Assert.Equal(HttpStatusCode.Unauthorized, (await campus.DeliverAsync(Challenge, age: TimeSpan.FromMinutes(20))).Status);
    }

    private static string Event(string name, string topic, string more = "", long id = 81234567890, string? uuid = null) =>
        $$"""
            {"event":"{{name}}","event_ts":1800000000000,"payload":{"account_id":"campus-account","object":{"id":{{id}},
            "uuid":"{{uuid
                ?? "uuid of "
                    + topic}}","host_id":"zoom-teacher","topic":"{{topic}}","start_time":"2027-01-18T08:00:00Z","duration":60{{more}} } } }
            """;

    private Task<InboxRow?> StoredAsync(byte[] body)
    {
        var digest = Digest(body);
        return campus.ReadAsync(registry => registry.Inbox.AsNoTracking().SingleOrDefaultAsync(row => row.Digest == digest, Ct));
    }

    private static string Digest(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
