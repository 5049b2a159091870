using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using ZoomConnector.Meetings;
using ZoomConnector.Tests.Support;
using ZoomConnector.Webhooks;

namespace ZoomConnector.Tests.Simulator;

public sealed class WebhookDeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_OfOneMeeting_AreSignedTypedAndInOrder()
    {
        await using var hook = await ScriptedServer.StartAsync((_, _) => Task.CompletedTask);
        await using var zoom = await SimulatedZoom.StartAsync(hook.Address);
        var id = await zoom.PlanAsync();
        var uuid = await zoom.StartMeetingAsync(id);
        await zoom.PostAsync(
            $"meetings/{id}/participants",
            new
            {
                name = "Åsa",
                guest = true,
                @do = "join",
            }
        );
        await zoom.PostAsync(
            $"meetings/{id}/participants",
            new
            {
                name = "Bo",
                guest = false,
                @do = "join",
            }
        );
        await zoom.PostAsync(
            $"meetings/{id}/participants",
            new
            {
                name = "Bo",
                guest = false,
                @do = "leave",
            }
        );
        await zoom.PostAsync($"meetings/{id}/end");

        await using var services = ZoomUnderTest.Services(zoom.Server.Address, zoom.Clock);
        var verifier = services.GetRequiredService<WebhookVerifier>();
        Assert.All(hook.Log, request => Assert.IsType<WebhookVerdict.Accepted>(Verify(verifier, request)));
        var events = hook.Log.Select(Read).ToList();
        Assert.Equal(
            [
                "meeting.created",
                "meeting.started",
                "meeting.participant_joined",
                "meeting.participant_joined",
                "meeting.participant_left",
                "meeting.participant_left",
                "meeting.ended",
            ],
            events.ConvertAll(one => one.Name)
        );
        Assert.Equal([new TrackingField("Canvas course", "101")], Assert.IsType<MeetingEvent>(events[0]).Meeting.TrackingFields);
        Assert.Equal(
            (id, uuid),
            (Assert.IsType<MeetingEvent>(events[^1]).Meeting.Id, Assert.IsType<MeetingEvent>(events[^1]).Meeting.Uuid)
        );
        Assert.Equal(
            (null, "Åsa"),
            (Assert.IsType<ParticipantEvent>(events[2]).Participant.UserId, Assert.IsType<ParticipantEvent>(events[2]).Participant.Name)
        );
        Assert.True(zoom.Server.IsSettled);
    }

    [Fact]
    public async Task Delivery_RefusedWith500_ComesAgainAfter5And20And60MinutesWithAFreshTimestamp()
    {
        await using var hook = await ScriptedServer.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = 500;
                return Task.CompletedTask;
            }
        );
        await using var zoom = await SimulatedZoom.StartAsync(hook.Address);
        var start = zoom.Clock.GetUtcNow();
        await zoom.PlanAsync();
        foreach (var (minutes, attempts) in new[] { (5, 2), (20, 3), (60, 4) })
        {
            zoom.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.True(zoom.Server.IsSettled);
            zoom.Clock.Advance(TimeSpan.FromSeconds(1));
            await Wait.UntilAsync(() => Task.FromResult(hook.Log.Count == attempts && zoom.Server.IsSettled));
        }

        zoom.Clock.Advance(TimeSpan.FromDays(2));
        var delivery = Assert.Single(await zoom.ItemsAsync("webhooks"));
        Assert.Equal((4, 500, null), ((int)delivery!["attempts"]!, (int)delivery["lastStatus"]!, (string?)delivery["nextAttemptAt"]));
        Assert.Single(hook.Log.Select(request => Convert.ToHexString(request.Body)).Distinct(StringComparer.Ordinal));
        Assert.Equal([0, 5, 25, 85], hook.Log.Select(request => (MomentOf(request) - start).TotalMinutes));
    }

    [Fact]
    public async Task Delivery_PendingAtARestart_IsMadeAfterIt()
    {
        var status = 503;
        await using var hook = await ScriptedServer.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            }
        );
        await using var zoom = await SimulatedZoom.StartAsync(hook.Address);
        var id = await zoom.PlanAsync();
        status = 204;
        await zoom.RestartAsync();
        Assert.Equal(id, (await zoom.Client.Meetings.GetAsync(id, Stop)).Id);
        zoom.Clock.Advance(TimeSpan.FromMinutes(5));
        await Wait.UntilAsync(async () => (int?)(await zoom.ItemsAsync("webhooks"))[0]!["lastStatus"] == 204);
        Assert.Equal(2, hook.Log.Count);
    }

    [Fact]
    public async Task Faults_LostAndDoubled_DoWhatTheySay()
    {
        await using var hook = await ScriptedServer.StartAsync((_, _) => Task.CompletedTask);
        await using var zoom = await SimulatedZoom.StartAsync(hook.Address);
        await zoom.PostAsync("faults", new { fault = "webhooks-lost" });
        await zoom.PlanAsync();
        Assert.Empty(hook.Log);
        await zoom.PostAsync("faults", new { fault = "webhooks-doubled", times = 1 });
        await zoom.PlanAsync();
        await zoom.PlanAsync();
        Assert.Equal(3, hook.Log.Count);
        Assert.Equal(hook.Log[0].Body, hook.Log[1].Body);
    }

    [Fact]
    public async Task Challenge_AnsweredByTheConnector_IsValid()
    {
        ServiceProvider? services = null;
        await using var hook = await ScriptedServer.StartAsync(
            (context, request) =>
            {
                var verifier = services!.GetRequiredService<WebhookVerifier>();
                var verdict = Assert.IsType<WebhookVerdict.Accepted>(Verify(verifier, request));
                var answer = verifier.Answer(Assert.IsType<UrlValidationEvent>(Read(request)).PlainToken, verdict);
                return context.Response.WriteAsJsonAsync(answer, Stop);
            }
        );
        await using var zoom = await SimulatedZoom.StartAsync(hook.Address);
        await using var owned = services = ZoomUnderTest.Services(zoom.Server.Address, zoom.Clock);
        using var answer = await zoom.PostAsync("webhooks/validate");
        Assert.True((bool)(await SimulatedZoom.JsonOfAsync(answer))["valid"]!);
    }

    [Fact]
    public async Task Challenge_Every72HoursOfTheClock_IsMadeAndItsAnswerJudged()
    {
        var right = true;
        await using var hook = await ScriptedServer.StartAsync(
            (context, request) =>
            {
                var token = Assert.IsType<UrlValidationEvent>(Read(request)).PlainToken;
                var answer = UrlValidation.Answer(token, new Secret(right ? "campus-webhook-secret" : "forgotten"));
                return context.Response.WriteAsJsonAsync(answer, Stop);
            }
        );
        await using var zoom = await SimulatedZoom.StartAsync(hook.Address);
        var start = zoom.Clock.GetUtcNow();
        await Wait.UntilAsync(async () => (await CheckAsync())["nextAt"] is not null);

        zoom.Clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        Assert.True(zoom.Server.IsSettled);
        Assert.Empty(hook.Log);
        foreach (var (hours, valid) in new[] { (72, true), (144, false) })
        {
            right = valid;
            zoom.Clock.Advance(start + TimeSpan.FromHours(hours) - zoom.Clock.GetUtcNow());
            await Wait.UntilAsync(async () => (bool?)(await CheckAsync())["valid"] == valid);
            Assert.Equal(start.AddHours(hours), (DateTimeOffset)(await CheckAsync())["at"]!);
            await zoom.RestartAsync();
        }

        Assert.Equal(2, hook.Log.Count);
        Assert.NotEqual(hook.Log[0].Body, hook.Log[1].Body);

        async Task<JsonNode> CheckAsync()
        {
            using var http = new HttpClient();
            using var answer = await http.GetAsync(new Uri(zoom.Server.Address, "/sandbox/webhooks"), Stop);
            return (await SimulatedZoom.JsonOfAsync(answer))["check"]!;
        }
    }

    [Fact]
    public async Task Delivery_AnsweredTooLate_ComesAgain()
    {
        var slow = true;
        await using var hook = await ScriptedServer.StartAsync(
            async (context, _) =>
            {
                if (slow)
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );
        await using var zoom = await SimulatedZoom.StartAsync(
            hook.Address,
            options => options with { Patience = TimeSpan.FromMilliseconds(300) }
        );
        await zoom.PlanAsync();
        await Wait.UntilAsync(async () => (int?)(await zoom.ItemsAsync("webhooks"))[0]!["lastStatus"] == 0);
        slow = false;

        zoom.Clock.Advance(TimeSpan.FromMinutes(5));

        await Wait.UntilAsync(async () => (int?)(await zoom.ItemsAsync("webhooks"))[0]!["lastStatus"] == 200);
        Assert.Equal(2, (int)(await zoom.ItemsAsync("webhooks"))[0]!["attempts"]!);
    }

    [Fact]
    public async Task Faults_LateAndDisordered_DoWhatTheySay()
    {
        await using var hook = await ScriptedServer.StartAsync((_, _) => Task.CompletedTask);
        await using var zoom = await SimulatedZoom.StartAsync(hook.Address);
        await zoom.PostAsync("faults", new { fault = "webhooks-late", times = 1 });
        await zoom.PlanAsync("late");
        Assert.Empty(hook.Log);
        zoom.Clock.Advance(TimeSpan.FromMinutes(10));
        await Wait.UntilAsync(() => Task.FromResult(hook.Log.Count == 1 && zoom.Server.IsSettled));

        await zoom.PostAsync("faults", new { fault = "webhooks-disordered", times = 3 });
        foreach (var topic in new[] { "one", "two", "three" })
            await zoom.PlanAsync(topic);

        await Wait.UntilAsync(() => Task.FromResult(hook.Log.Count == 4 && zoom.Server.IsSettled));
        Assert.Equal(["late", "three", "two", "one"], hook.Log.Select(request => Assert.IsType<MeetingEvent>(Read(request)).Meeting.Topic));
    }

    private static WebhookVerdict Verify(WebhookVerifier verifier, Received request)
    {
        var headers = new HeaderDictionary(
            request.Headers.ToDictionary(header => header.Key, header => new StringValues(header.Value), StringComparer.OrdinalIgnoreCase)
        );
        return verifier.Verify(headers, request.Body);
    }

    private static ZoomEvent Read(Received request)
    {
        Assert.True(ZoomEvent.TryRead(request.Body, out var read));
        return read;
    }

    private static DateTimeOffset MomentOf(Received request) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Header(WebhookVerifier.TimestampHeader), CultureInfo.InvariantCulture));
}
