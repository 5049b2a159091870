using System.Net;
using ZoomConnector.Errors;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Errors;

public sealed class ErrorKindTests
{
    private const string Json = "application/json";

    [Theory]
    [InlineData(
        400,
        """{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:user:admin]."}""",
        ZoomErrorKind.ScopeMissing
    )]
    [InlineData(401, """{"code":4700,"message":"No."}""", ZoomErrorKind.ScopeMissing)]
    [InlineData(400, """{"code":201,"message":"Missing scope user:read:user:admin"}""", ZoomErrorKind.ScopeMissing)]
    [InlineData(403, "{}", ZoomErrorKind.Forbidden)]
    [InlineData(400, """{"code":200,"message":"No permission."}""", ZoomErrorKind.Forbidden)]
    [InlineData(404, """{"code":1001,"message":"User does not exist: someone@campus.example.edu."}""", ZoomErrorKind.NotFound)]
    [InlineData(400, """{"code":3001,"message":"Meeting does not exist."}""", ZoomErrorKind.NotFound)]
    [InlineData(400, """{"code":300,"message":"Validation Failed."}""", ZoomErrorKind.Invalid)]
    [InlineData(409, "{}", ZoomErrorKind.Conflict)]
    [InlineData(500, "<html>", ZoomErrorKind.Unavailable)]
    [InlineData(503, "", ZoomErrorKind.Unavailable)]
    [InlineData(429, "{}", ZoomErrorKind.Throttled)]
    [InlineData(302, "", ZoomErrorKind.Protocol)]
    public async Task Refusal_ByStatusAndCode_HasItsKind(int status, string body, ZoomErrorKind kind)
    {
        var fault = await FaultAsync(status, Json, body);
        Assert.Equal(kind, fault.Kind);
        Assert.Equal((HttpStatusCode)status, fault.Status);
        Assert.Equal("GET", fault.Method);
        Assert.Equal("/users/*", fault.Path);
    }

    [Fact]
    public async Task Refusal_OfAnAddress_ShowsNothingPersonal()
    {
        var fault = await FaultAsync(404, Json, """{"code":1001,"message":"User does not exist: someone@campus.example.edu."}""");
        Assert.Equal(1001, fault.Code);
        Assert.DoesNotContain("someone", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token-", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScopeMissing_NamedByZoom_IsNamedByUs()
    {
        var fault = await FaultAsync(
            400,
            Json,
            """{"code":4711,"message":"Invalid access token, does not contain scopes:[a:b:c, d:e_f:admin]."}"""
        );
        Assert.Equal(["a:b:c", "d:e_f:admin"], fault.MissingScopes);
    }

    [Theory]
    [InlineData("text/html", "<html>Sign in</html>")]
    [InlineData(Json, "{")]
    [InlineData(Json, "{}")]
    [InlineData(Json, "null")]
    [InlineData(Json, """{"id":"someone@campus.example.edu","id":"x"}""")]
    [InlineData(Json, """{"id":"someone-else"}""")]
    public async Task Success_WithAnOddBody_IsProtocol(string type, string body)
    {
        var fault = await FaultAsync(200, type, body);
        Assert.Equal(ZoomErrorKind.Protocol, fault.Kind);
        Assert.DoesNotContain("someone", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_LargerThan2MiB_IsNotTaken()
    {
        var fault = await FaultAsync(
            200,
            Json,
            "{\"id\":\"someone@campus.example.edu\",\"x\":\"" + new string('x', 2 * 1024 * 1024) + "\"}"
        );
        Assert.Equal(ZoomErrorKind.Unavailable, fault.Kind);
    }

    [Fact]
    public async Task Zoom_NotThere_IsUnavailable()
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => Task.CompletedTask);
        var address = server.Address;
        await server.DisposeAsync();
        await using var services = ZoomUnderTest.Services(address, new ManualClock { SkipsWaits = true });
        var fault = await Assert.ThrowsAsync<ZoomException>(() =>
            services.Client().Users.GetAsync("x", TestContext.Current.CancellationToken)
        );
        Assert.Equal(ZoomErrorKind.Unavailable, fault.Kind);
        Assert.Null(fault.Status);
    }

    private static async Task<ZoomException> FaultAsync(int status, string type, string body)
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
            {
                context.Response.Headers.Location = "/oauth/token";
                return Answers.TextAsync(context, status, type, body);
            }
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock { SkipsWaits = true });
        return await Assert.ThrowsAsync<ZoomException>(() =>
            services.Client().Users.GetAsync("someone@campus.example.edu", TestContext.Current.CancellationToken)
        );
    }
}
