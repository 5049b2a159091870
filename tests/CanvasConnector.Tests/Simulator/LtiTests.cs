using System.Net;
using System.Text.Json;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Campus's Canvas as an LTI 1.3 platform, with a small tool (facts: Canvas 7; row 19 of 9).</summary>
public sealed class LtiTests
{
    private const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    private const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private const long Teacher = 2;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Launch_WholeWay_TellsWhoOpensWhatFromWhere()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var tool = new SmallTool(campus);
        await tool.InstallAsync(
            Ct,
            ("custom_fields[course]", "$Canvas.course.id"),
            ("custom_fields[ends]", "$Canvas.course.endAt"),
            ("custom_fields[sis]", "$Canvas.course.sisSourceId"),
            ("custom_fields[fixed]", "as it is")
        );

        var login = await tool.OpenAsync(Teacher, "course_navigation", Ct);
        var (_, sent) = await tool.AuthorizeAsync(login, Ct);
        var claims = await tool.ReadAsync(sent["id_token"], Ct);
        var custom = claims.GetProperty(Claim + "custom");

        Assert.Equal(
            (tool.ClientId, tool.DeploymentId, SmallTool.Home),
            (login["client_id"], login["deployment_id"], login["target_link_uri"])
        );
        Assert.Equal("a \"state\"", sent["state"]);
        Assert.Equal(login["iss"], claims.GetProperty("iss").GetString());
        Assert.Equal((tool.ClientId, "once"), (claims.GetProperty("aud").GetString(), claims.GetProperty("nonce").GetString()));
        Assert.Equal(TestClock.Start.AddHours(1).ToUnixTimeSeconds(), claims.GetProperty("exp").GetInt64());
        Assert.Equal("LtiResourceLinkRequest", claims.GetProperty(Claim + "message_type").GetString());
        Assert.Equal("1.3.0", claims.GetProperty(Claim + "version").GetString());
        Assert.Equal(tool.DeploymentId, claims.GetProperty(Claim + "deployment_id").GetString());
        Assert.EndsWith(
            "membership#Instructor",
            Assert.Single(claims.GetProperty(Claim + "roles").EnumerateArray()).GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["101", "2027-04-18 09:00:00", "$Canvas.course.sisSourceId", "as it is"],
            new[] { "course", "ends", "sis", "fixed" }.Select(name => custom.GetProperty(name).GetString())
        );
        Assert.True(Guid.TryParse(claims.GetProperty("sub").GetString(), out _));
    }

    [Theory]
    [InlineData("anonymous", null, null)]
    [InlineData("name_only", "teacher", null)]
    [InlineData("email_only", null, "teacher@campus.example.edu")]
    [InlineData("public", "teacher", "teacher@campus.example.edu")]
    public async Task Person_IsToldByPrivacyLevel(string level, string? name, string? email)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var tool = new SmallTool(campus);
        await tool.InstallAsync(Ct, ("privacy_level", level));

        var (_, sent) = await tool.AuthorizeAsync(await tool.OpenAsync(Teacher, "course_navigation", Ct), Ct);
        var claims = await tool.ReadAsync(sent["id_token"], Ct);

        Assert.Equal((name, email), (Text(claims, "name"), Text(claims, "email")));
    }

    [Theory]
    [InlineData("nonce", "", "invalid_request")]
    [InlineData("prompt", "login", "invalid_request")]
    [InlineData("response_mode", "query", "invalid_request")]
    [InlineData("lti_message_hint", "another", "invalid_request")]
    [InlineData("login_hint", "another", "login_required")]
    public async Task Authorize_AskedWrongly_ComesBackWithAnError(string field, string value, string error)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var tool = new SmallTool(campus);
        await tool.InstallAsync(Ct);

        var (_, sent) = await tool.AuthorizeAsync(await tool.OpenAsync(Teacher, "course_navigation", Ct), Ct, (field, value));

        Assert.Equal(error, sent["error"]);
        Assert.False(sent.ContainsKey("id_token"));
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example.edu/")]
    [InlineData("client_id", "1")]
    public async Task Authorize_ToWhereNobodyKnows_SendsNothingThere(string field, string value)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var tool = new SmallTool(campus);
        await tool.InstallAsync(Ct);

        var (status, sent) = await tool.AuthorizeAsync(await tool.OpenAsync(Teacher, "course_navigation", Ct), Ct, (field, value));

        Assert.Equal((HttpStatusCode.BadRequest, 0), (status, sent.Count));
    }

    [Fact]
    public async Task Launch_LeftTooLong_IsRefused()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var tool = new SmallTool(campus);
        await tool.InstallAsync(Ct);
        var login = await tool.OpenAsync(Teacher, "course_navigation", Ct);
        campus.Clock.Now += TimeSpan.FromMinutes(6);

        var (_, sent) = await tool.AuthorizeAsync(login, Ct);

        Assert.Equal("invalid_request", sent["error"]);
    }

    [Fact]
    public async Task Launch_ByWhomTheCourseIsClosedTo_IsRefused()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var tool = new SmallTool(campus);
        await tool.InstallAsync(Ct);

        using var answer = await campus.SendAsync(
            $"GET /sandbox/lti/launch?client_id={tool.ClientId}&course_id=101&user_id=6",
            Ct,
            token: null
        );

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK, 1)]
    [InlineData("iss", HttpStatusCode.BadRequest, 0)]
    [InlineData("aud", HttpStatusCode.BadRequest, 0)]
    [InlineData("exp", HttpStatusCode.BadRequest, 0)]
    [InlineData(DeepLinking + "data", HttpStatusCode.BadRequest, 0)]
    [InlineData("signature", HttpStatusCode.BadRequest, 0)]
    public async Task DeepLinking_TakesTheToolsItemsAndNobodyElses(string wrong, HttpStatusCode status, int items)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var tool = new SmallTool(campus);
        using var other = new SmallTool(campus);
        await tool.InstallAsync(Ct);
        var login = await tool.OpenAsync(Teacher, "link_selection", Ct);
        var (_, sent) = await tool.AuthorizeAsync(login, Ct);
        var request = await tool.ReadAsync(sent["id_token"], Ct);
        var settings = request.GetProperty(DeepLinking + "deep_linking_settings");
        var answer = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = tool.ClientId,
            ["aud"] = login["iss"],
            ["exp"] = TestClock.Start.AddMinutes(1).ToUnixTimeSeconds(),
            [Claim + "message_type"] = "LtiDeepLinkingResponse",
            [DeepLinking + "data"] = settings.GetProperty("data").GetString()!,
            [DeepLinking + "content_items"] = new[] { new { type = "ltiResourceLink", title = "Recordings" } },
        };
        if (answer.ContainsKey(wrong))
            answer[wrong] = wrong == "exp" ? TestClock.Start.ToUnixTimeSeconds() : "another";

        var path = new Uri(settings.GetProperty("deep_link_return_url").GetString()!).AbsolutePath;
        using var taken = await campus.SendAsync("POST " + path, Ct, null, ("JWT", (wrong == "signature" ? other : tool).Sign(answer)));
        var kept = await campus.JsonAsync("GET /sandbox/lti-content-items", Ct, token: null);

        Assert.Equal("LtiDeepLinkingRequest", request.GetProperty(Claim + "message_type").GetString());
        Assert.Equal((status, items), (taken.StatusCode, kept.GetArrayLength()));
        if (items > 0)
            Assert.Equal("Recordings", kept[0].GetProperty("item").GetProperty("title").GetString());
    }

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) ? value.GetString() : null;
}
