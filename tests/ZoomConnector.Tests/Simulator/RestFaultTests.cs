using System.Net;
using System.Text.Json.Nodes;
using ZoomConnector.Errors;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Simulator;

public sealed class RestFaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api-500", 2)]
    [InlineData("api-429", 2)]
    [InlineData("token-401", 1)]
    public async Task Fault_ThatPasses_IsNotNoticed(string fault, int times)
    {
        await using var zoom = await SimulatedZoom.StartAsync(skipsWaits: true);
        await zoom.PostAsync("faults", new { fault, times });
        Assert.Equal("zoom-teacher", (await zoom.Client.Users.GetAsync("zoom-teacher", Stop)).Id);
    }

    [Theory]
    [InlineData("api-500", ZoomErrorKind.Unavailable)]
    [InlineData("api-429", ZoomErrorKind.Throttled)]
    [InlineData("token-401", ZoomErrorKind.Unauthorized)]
    public async Task Fault_ThatStays_HasItsKindUntilItEnds(string fault, ZoomErrorKind kind)
    {
        await using var zoom = await SimulatedZoom.StartAsync(skipsWaits: true);
        await zoom.PostAsync("faults", new { fault, times = 1000 });
        var thrown = await Assert.ThrowsAsync<ZoomException>(() => zoom.Client.Users.GetAsync("zoom-teacher", Stop));
        Assert.Equal(kind, thrown.Kind);
        await zoom.DeleteAsync("faults");
        Assert.Equal("zoom-teacher", (await zoom.Client.Users.GetAsync("zoom-teacher", Stop)).Id);
    }

    [Fact]
    public async Task Fault_Unknown_IsABadRequest()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        using var answer = await zoom.PostAsync("faults", new { fault = "rain" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/v2/users/zoom-teacher", HttpStatusCode.Unauthorized, 124)]
    [InlineData("/v2/nowhere", HttpStatusCode.Unauthorized, 124)]
    public async Task Call_WithoutAToken_IsRefusedAndDatedByTheClock(string path, HttpStatusCode status, int code)
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        zoom.Clock.Advance(TimeSpan.FromDays(100));
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(zoom.Server.Address, path), Stop);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["code"]!);
        Assert.Equal(zoom.Clock.GetUtcNow(), answer.Headers.Date);
    }

    [Fact]
    public async Task Token_OfAnEarlierMonth_IsRenewed()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.Client.Users.GetAsync("zoom-teacher", Stop);
        zoom.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("zoom-teacher", (await zoom.Client.Users.GetAsync("zoom-teacher", Stop)).Id);
    }

    [Theory]
    [InlineData("""{"host":"nobody","topic":"x","startsAt":"2026-09-07T10:15:00+02:00","minutes":5}""")]
    [InlineData("""{"host":"teacher","topic":"","startsAt":"2026-09-07T10:15:00+02:00","minutes":5}""")]
    [InlineData("""{"host":"teacher","topic":"x","minutes":5}""")]
    [InlineData("nonsense")]
    public async Task Meeting_WrongPlan_IsABadRequestWithProblemDetails(string plan)
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        using var http = new HttpClient();
        using var body = new StringContent(plan, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(zoom.Server.Address, "/sandbox/meetings"), body, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
