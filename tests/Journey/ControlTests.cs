using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Journey;

/// <summary>The control's clock, as contracted (design.md 5).</summary>
public sealed class ControlTests(SimulatorsOnly campus) : IClassFixture<SimulatorsOnly>
{
    private readonly HttpClient http = campus.Control;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clock_MovedByAMonth_GoesByTheCalendarAndTakesTheSimulatorsAlong()
    {
        var before = (await http.GetFromJsonAsync<JsonElement>("/clock", Ct)).GetProperty("now").GetDateTimeOffset();

        using var answer = await http.PostAsJsonAsync("/clock", new { advance = "P1M" }, Ct);

        var after = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.True(after.GetProperty("settled").GetBoolean());
        Assert.InRange(after.GetProperty("now").GetDateTimeOffset(), before.AddMonths(1).AddHours(-1), before.AddMonths(1).AddHours(2));
        using var canvas = await http.GetAsync(new Uri(campus.Canvas, "/api/v1/courses/101"), Ct);
        Assert.InRange(canvas.Headers.Date!.Value, before.AddMonths(1).AddHours(-2), before.AddMonths(1).AddHours(2));
    }

    [Fact]
    public async Task Clock_MovedTwiceByAnInstant_RefusesToGoBack()
    {
        var now = (await http.GetFromJsonAsync<JsonElement>("/clock", Ct)).GetProperty("now").GetDateTimeOffset();
        using var forward = await http.PostAsJsonAsync("/clock", new { to = now.AddDays(2).ToString("O") }, Ct);
        using var back = await http.PostAsJsonAsync("/clock", new { to = now.AddDays(1).ToString("O") }, Ct);

        Assert.Equal(HttpStatusCode.OK, forward.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
        Assert.Equal("application/problem+json", back.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("""{"advance":"-P1D"}""")]
    [InlineData("""{"advance":"31 days"}""")]
    [InlineData("""{"advance":31}""")]
    [InlineData("""{"to":"2199-01-01"}""")]
    [InlineData("""{"to":"2199-01-01T00:00:00"}""")]
    [InlineData("""{"to":"2999-01-01T00:00:00Z"}""")]
    [InlineData("""{"advance":"P1D","to":"2199-01-01T00:00:00Z"}""")]
    [InlineData("""{"advance":"P1D","advance":"P2D"}""")]
    [InlineData("{}")]
    [InlineData("soon")]
    public async Task Clock_Nonsense_IsAProblem(string body)
    {
        using var content = new StringContent(body);
        using var answer = await http.PostAsync("/clock", content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Campus_OnlySimulators_NamesThemAndTheControl()
    {
        var addresses = await http.GetFromJsonAsync<JsonElement>("/campus", Ct);

        Assert.False(addresses.TryGetProperty("bot", out _));
        Assert.Equal(campus.Control.BaseAddress, new Uri(addresses.GetProperty("control").GetString()!));
        Assert.Equal(campus.Zoom, new Uri(addresses.GetProperty("zoom").GetString()!));
    }

    [Theory]
    [InlineData("sv", "Klockan")]
    [InlineData("en", "The clock")]
    public async Task Page_InEitherLanguage_IsWhole(string language, string heading)
    {
        var page = await http.GetStringAsync("/?lang=" + language, Ct);

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(heading, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "anrop kvar")]
    [InlineData("en", "calls left")]
    public async Task Faults_OfCanvas_AreSetAndClearedOnThePageInItsWords(string language, string left)
    {
        var door = new Uri(campus.Canvas, "/sandbox/faults");
        var kinds = (await http.GetFromJsonAsync<JsonElement>(door, Ct)).GetProperty("kinds").EnumerateArray();
        foreach (var kind in kinds.Select(kind => kind.GetString()!))
        {
            var set = await PressAsync("/control/faults", language, ("fault", kind), ("times", "3"));
            var waiting = await http.GetFromJsonAsync<JsonElement>(door, Ct);
            var cleared = await PressAsync("/control/faults/clear", language, ("fault", kind));

            var item = Assert.Single(waiting.GetProperty("items").EnumerateArray());
            Assert.Equal((kind, 3), (item.GetProperty("fault").GetString(), item.GetProperty("times").GetInt32()));
            Assert.Contains($"<option value=\"{kind}\">", set, StringComparison.Ordinal);
            Assert.Contains($": 3 {left}", set, StringComparison.Ordinal);
            // A fault without words of its own would be called by its name for machines.
            Assert.DoesNotContain($"{kind}:", set, StringComparison.Ordinal);
            Assert.DoesNotContain(left, cleared, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Faults_Several_AreClearedAtOnceAndOneUnknownIsRefused()
    {
        await PressAsync("/control/faults", "en", ("fault", "slow"), ("times", "1"));
        await PressAsync("/control/faults", "en", ("fault", "reset"), ("times", "1"));
        var unknown = await PressAsync("/control/faults", "en", ("fault", "flood"), ("times", "1"));
        var cleared = await PressAsync("/control/faults/clear", "en", ("fault", ""));

        Assert.Contains("can&#39;t be done", unknown, StringComparison.Ordinal);
        Assert.Contains("No fault is waiting", cleared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_SentByAnotherSitesPage_AreRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/control/faults");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Content = new FormUrlEncodedContent([new("fault", "reset"), new("times", "1")]);
        using var answer = await http.SendAsync(request, Ct);
        var waiting = await http.GetFromJsonAsync<JsonElement>(new Uri(campus.Canvas, "/sandbox/faults"), Ct);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Empty(waiting.GetProperty("items").EnumerateArray());
    }

    /// <summary>Presses a button and gives the page that comes back.</summary>
    private async Task<string> PressAsync(string path, string language, params (string Name, string Value)[] fields)
    {
        await http.GetStringAsync("/?lang=" + language, Ct);
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(path, form, Ct);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
