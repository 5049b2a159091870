using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Pages, ids and bodies of Campus's Canvas on the wire (facts: Canvas 2 and 9, rows 1 to 6).</summary>
public sealed class WireTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bookmarks_SwitchedOnWhileItRuns_TakeThePlaceOfNumbers()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("bookmark_pages", "true", Ct);

        using var first = await campus.SendAsync("GET /api/v1/accounts/1/users?per_page=4", Ct);
        var next = Next(first);
        var second = await campus.JsonAsync("GET " + next.PathAndQuery, Ct);
        using var numbered = await campus.SendAsync("GET /api/v1/accounts/1/users?page=2", Ct);
        using var malformed = await campus.SendAsync("GET /api/v1/accounts/1/users?page=bookmark:!!", Ct);

        Assert.Contains("page=bookmark%3A", next.Query, StringComparison.Ordinal);
        Assert.Equal(2, second.GetArrayLength());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (numbered.StatusCode, malformed.StatusCode));
    }

    [Theory]
    [InlineData(100, "current next first last")]
    [InlineData(1500, "current next first")]
    [InlineData(2000, "current next")]
    [InlineData(3100, "next")]
    [InlineData(6200, "")]
    public async Task Links_OfALongQuery_AreDroppedAndTheNextPageLast(int length, string left)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync($"GET /api/v1/accounts/1/users?per_page=2&x={new string('x', length)}", Ct);

        var links = answer.Headers.TryGetValues("Link", out var values) ? Assert.Single(values) : "";
        Assert.Equal(left, string.Join(' ', links.Split("rel=\"").Skip(1).Select(part => part.Split('"')[0])));
        Assert.True(links.Length <= 6 * 1024);
    }

    [Fact]
    public async Task Links_CommasOfTheQuery_AreEncodedAndTheTokenIsLeftOut()
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync(
            "GET /api/v1/accounts/1/users?per_page=2&x=a,b&access_token=campus-admin",
            Ct,
            token: null
        );
        var links = Assert.Single(answer.Headers.GetValues("Link")).Split(',');

        Assert.Equal(4, links.Length);
        Assert.All(links, link => Assert.Contains("x=a%2Cb", link, StringComparison.Ordinal));
        Assert.All(links, link => Assert.DoesNotContain("campus-admin", link, StringComparison.Ordinal));
        Assert.EndsWith("rel=\"next\"", links[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task StringIds_AskedFor_AreTextAndExactInListsToo()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("POST /api/v1/courses/101/modules", Ct, fields: ("module[name]", "M"));

        var course = await TextIdsAsync(campus, "/api/v1/courses/109876543210000001?include[]=term");
        var short_ = await TextIdsAsync(campus, "/api/v1/courses/10987~6543210000001");
        var module = (await TextIdsAsync(campus, "/api/v1/courses/101/modules"))[0];

        Assert.Equal("109876543210000001", course.GetProperty("id").GetString());
        Assert.Equal("1", course.GetProperty("term").GetProperty("id").GetString());
        Assert.Equal("109876543210000001", short_.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Number, module.GetProperty("items_count").ValueKind);
    }

    [Fact]
    public async Task JsonPrefix_SwitchedOn_PrecedesTheAnswer()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        await campus.SettingAsync("json_prefix", "true", Ct);

        using var answer = await campus.SendAsync("GET /api/v1/users/self", Ct);

        Assert.StartsWith("while(1);{", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("1", (await canvas.Users.SelfAsync(Ct)).Id.Value);
    }

    [Fact]
    public async Task Refusal_BySetting_IsTheNewerOne()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("refusal_status", "403", Ct);

        using var answer = await campus.SendAsync("GET /api/v1/accounts/1/terms", Ct, "campus-student");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("\"unauthorized\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_Deleted_AreThoseOfTheStart()
    {
        await using var campus = await Campus.StartAsync(Ct, bookmarks: true);
        var atStart = await campus.JsonAsync("GET /sandbox/settings", Ct, token: null);
        await campus.SettingAsync("bookmark_pages", "false", Ct);
        await campus.SettingAsync("upload_variant", "service", Ct);

        var again = await campus.JsonAsync("DELETE /sandbox/settings", Ct, token: null);

        Assert.True(again.GetProperty("bookmark_pages").GetBoolean());
        Assert.Equal(atStart.GetRawText(), again.GetRawText());
    }

    [Theory]
    [InlineData("refusal_status", "404")]
    [InlineData("upload_variant", "pigeon")]
    [InlineData("upload_variant", "77")]
    [InlineData("latency_ms", "-1")]
    public async Task Settings_ThatDoNotExist_AreRefused(string name, string value)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("POST /sandbox/settings", Ct, token: null, (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "event=conclude")]
    [InlineData("application/json", """{"event":"conclude"}""")]
    public async Task Delete_WithABody_IsUnderstood(string type, string body)
    {
        await using var campus = await Campus.StartAsync(Ct);

        var answer = await SendAsync(campus, HttpMethod.Delete, "/api/v1/courses/101", type, body);

        Assert.Equal("""{"conclude":true}""", answer.GetRawText());
    }

    [Fact]
    public async Task Get_WithAContentTypeAndNoBody_IsUnderstood()
    {
        await using var campus = await Campus.StartAsync(Ct);

        var answer = await SendAsync(campus, HttpMethod.Get, "/api/v1/courses/101", "application/json", "");

        Assert.Equal(101, answer.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Lists_RepeatedOrAsJson_AreUnderstood()
    {
        await using var campus = await Campus.StartAsync(Ct);

        var query = await campus.JsonAsync("GET /api/v1/courses/101?include[]=term&include[]=concluded", Ct);
        const string json = """{"course":{"name":"N"},"include":["term","concluded"]}""";
        var body = await SendAsync(campus, HttpMethod.Put, "/api/v1/courses/101", "application/json", json);

        Assert.All([query, body], course => Assert.True(course.TryGetProperty("term", out _) && course.TryGetProperty("concluded", out _)));
    }

    [Fact]
    public async Task Body_BrokenJson_IsRefusedAsJson()
    {
        await using var campus = await Campus.StartAsync(Ct);

        var answer = await SendAsync(campus, HttpMethod.Put, "/api/v1/courses/101", "application/json", "{", HttpStatusCode.BadRequest);

        Assert.True(answer.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task Latency_BySetting_HoldsEachCallBack()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("latency_ms", "150", Ct);

        var since = System.Diagnostics.Stopwatch.StartNew();
        await campus.JsonAsync("GET /api/v1/users/self", Ct);

        Assert.True(since.ElapsedMilliseconds >= 140, $"{since.ElapsedMilliseconds} ms");
    }

    private static Uri Next(HttpResponseMessage answer) =>
        new(
            Assert
                .Single(answer.Headers.GetValues("Link"))
                .Split(',')
                .Single(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))
                .Split('<', '>')[1]
        );

    private static async Task<JsonElement> TextIdsAsync(Campus campus, string path)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(campus.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "campus-admin");
        request.Headers.Accept.ParseAdd("application/json+canvas-string-ids");
        using var answer = await http.SendAsync(request, Ct);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<JsonElement> SendAsync(
        Campus campus,
        HttpMethod method,
        string path,
        string type,
        string body,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(campus.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "campus-admin");
        request.Content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await http.SendAsync(request, Ct);
        Assert.Equal(expected, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct));
    }
}
