using System.Net.Http.Json;
using ZoomConnector.Meetings;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Simulator;

/// <summary>Zoom's own library judges the simulated Zoom: it checks signatures and answers challenges as Zoom means it.</summary>
public sealed class ZoomsOwnLibraryTests
{
    private const string Secret = "campus-webhook-secret";

    private static readonly string[] Life =
    [
        "meeting.created",
        "meeting.started",
        "meeting.participant_joined",
        "recording.started",
        "recording.stopped",
        "meeting.participant_left",
        "meeting.ended",
    ];

    [Fact]
    public async Task Library_GivenAMeetingsLife_TakesEveryEvent()
    {
        await using var receiver = await ZoomsOwnReceiver.StartAsync(Secret, Life);
        await using var zoom = await SimulatedZoom.StartAsync(receiver.Address, Patient);

        await LiveAsync(zoom);

        Assert.Equal(Life.Order(StringComparer.Ordinal), (await receiver.EndAsync()).Order(StringComparer.Ordinal));
        Assert.All(await zoom.ItemsAsync("webhooks"), delivery => Assert.Equal(200, (int)delivery!["lastStatus"]!));
    }

    [Fact]
    public async Task Library_WithAnotherSecret_TakesNone()
    {
        await using var receiver = await ZoomsOwnReceiver.StartAsync("another-secret", Life);
        await using var zoom = await SimulatedZoom.StartAsync(receiver.Address, Patient);

        await LiveAsync(zoom);

        Assert.Empty(await receiver.EndAsync());
        Assert.All(await zoom.ItemsAsync("webhooks"), delivery => Assert.Equal(400, (int)delivery!["lastStatus"]!));
    }

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("another-secret", false)]
    public async Task Challenge_AnsweredByTheLibrary_IsValidWhereItKnowsTheSecret(string secret, bool valid)
    {
        await using var receiver = await ZoomsOwnReceiver.StartAsync(secret);
        await using var zoom = await SimulatedZoom.StartAsync(receiver.Address, Patient);

        using var answer = await zoom.PostAsync("webhooks/validate");

        Assert.Equal(valid, (bool)(await SimulatedZoom.JsonOfAsync(answer))["valid"]!);
    }

    // Node's first answer may take long on a busy machine.
    private static ZoomSimulator.ZoomServerOptions Patient(ZoomSimulator.ZoomServerOptions options) =>
        options with
        {
            Patience = TimeSpan.FromMinutes(1),
        };

    private static async Task LiveAsync(SimulatedZoom zoom)
    {
        // Letters that others would write as escapes: what is signed must be what JSON.stringify makes of it.
        var id = await zoom.PlanAsync("Ωmega & \"föreläsning\" <3> / åäö + 😀");
        await AllowCloudAsync(zoom);
        await zoom.StartMeetingAsync(id);
        await ActAsync(
            zoom,
            id,
            "participants",
            new
            {
                name = "Åsa O'Neill",
                guest = true,
                @do = "join",
            }
        );
        await ActAsync(zoom, id, "recording", new { where = "cloud", @do = "start" });
        await ActAsync(zoom, id, "recording", new { where = "cloud", @do = "stop" });
        await ActAsync(zoom, id, "end", new { });
        await Wait.UntilAsync(() => Task.FromResult(zoom.Server.IsSettled));
    }

    private static async Task AllowCloudAsync(SimulatedZoom zoom)
    {
        var ct = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = zoom.Server.Address };
        using var form = new FormUrlEncodedContent([new("grant_type", "account_credentials"), new("account_id", "campus-account")]);
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("campus-client:campus-client-secret"u8));
        using var given = await http.PostAsync("/oauth/token", form, ct);
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)(await SimulatedZoom.JsonOfAsync(given))["access_token"]!);
        using var set = await http.PatchAsJsonAsync(
            "/v2/users/zoom-teacher/settings",
            new { recording = new { cloud_recording = true } },
            ct
        );
        Assert.True(set.IsSuccessStatusCode);
    }

    private static async Task ActAsync(SimulatedZoom zoom, MeetingId id, string act, object body)
    {
        using var answer = await zoom.PostAsync($"meetings/{id}/{act}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
