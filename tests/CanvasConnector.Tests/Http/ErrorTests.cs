using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Http;

/// <summary>What the kinds of errors tell, and what is never taken for data.</summary>
public sealed class ErrorTests
{
    private const string Json = "application/json";
    private const string Terms = "GET /api/v1/accounts/1/terms";
    private const string Teachers = "GET /api/v1/courses/101/enrollments";
    private static readonly CanvasId<Course> Course = new("101");
    private static readonly CanvasId<CanvasFile> File = new("7");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "\"message\":\"x\"", CanvasErrorKind.Invalid)]
    [InlineData(400, "\"message\":\"file size exceeds quota limits\"", CanvasErrorKind.OverQuota)]
    [InlineData(401, "\"status\":\"unauthorized\"", CanvasErrorKind.Forbidden)]
    [InlineData(401, "\"message\":\"Insufficient scopes on access token.\"", CanvasErrorKind.ScopeMissing)]
    [InlineData(403, "\"message\":\"Insufficient scopes on access token.\"", CanvasErrorKind.ScopeMissing)]
    [InlineData(403, "\"message\":\"Cannot delete a file\"", CanvasErrorKind.Forbidden)]
    [InlineData(404, "\"errors\":[{\"message\":\"The specified resource does not exist.\"}]", CanvasErrorKind.NotFound)]
    [InlineData(404, "\"message\":\"That page has been disabled for this course\"", CanvasErrorKind.Forbidden)]
    [InlineData(409, "\"message\":\"file already exists\"", CanvasErrorKind.Conflict)]
    [InlineData(422, "\"errors\":{}", CanvasErrorKind.Invalid)]
    [InlineData(429, "\"message\":\"x\"", CanvasErrorKind.Throttled)]
    [InlineData(502, "\"errors\":[]", CanvasErrorKind.Unavailable)]
    public async Task Fault_OfEachKind_TellsStatusMethodPathAndReport(int status, string body, CanvasErrorKind kind)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas
            .On("PUT /api/v1/files/7", $$"""{{{body}},"error_report_id":"42"}""", status)
            .Client(options => options.MaxAttempts = 1);

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Files.UpdateAsync(File, new FileChange { Hidden = true }, Ct));

        Assert.Equal((kind, status, "42"), (fault.Kind, fault.Status, fault.ErrorReportId));
        Assert.Equal(("PUT", "/api/v1/files/7"), (fault.Method, fault.Path));
        foreach (var told in new[] { $"{kind}", fault.Method, fault.Path, $"{status}" })
            Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_ScopeMissingBesideTheSignInHeader_IsStillTheScope()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            "GET /api/v1/users/self",
            http =>
            {
                http.Response.Headers.WWWAuthenticate = "Bearer realm=\"canvas-lms\"";
                return ScriptedCanvas.WriteAsync(http, 401, Json, """{"errors":[{"message":"Insufficient scopes on access token."}]}""");
            }
        );
        using var client = canvas.Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Users.SelfAsync(Ct));

        Assert.Equal(CanvasErrorKind.ScopeMissing, fault.Kind);
    }

    [Theory]
    [InlineData("secret-token\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nsecret-token\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nsecret-token\r\n")]
    public async Task Fault_AnswerThatIsNotHttp_IsProtocolAndQuotesNothing(string answer)
    {
        using var canvas = new RawCanvas(answer);
        using var client = new CanvasClient(
            new CanvasOptions { BaseUrl = canvas.Address, Token = new CanvasToken("secret-token") },
            new TestClock(),
            dice: () => 0.5
        );

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Users.SelfAsync(Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
        Assert.DoesNotContain("secret-token", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, canvas.Calls);
    }

    [Fact]
    public async Task Fault_AnswerCutOff_IsUnavailableAndRepeated()
    {
        using var canvas = new RawCanvas("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"id\":1");
        using var client = new CanvasClient(
            new CanvasOptions { BaseUrl = canvas.Address, Token = new CanvasToken("secret-token") },
            new TestClock(),
            dice: () => 0.5
        );

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Users.SelfAsync(Ct));

        Assert.Equal(CanvasErrorKind.Unavailable, fault.Kind);
        Assert.Equal(4, canvas.Calls);
    }

    [Theory]
    [InlineData(Json, "[]")]
    [InlineData(Json, "{}")]
    [InlineData(Json, """{"id":"7"},""")]
    [InlineData(Json, """{"id":"7","id":"7"}""")]
    [InlineData(Json, """{"id":"8"}""")]
    [InlineData("text/html", "<html>maintenance</html>")]
    public async Task Change_AnswerOfSomethingElse_IsProtocol(string type, string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On("PUT /api/v1/files/7", 200, type, body).On("DELETE /api/v1/files/7", 200, type, body);
        using var client = canvas.Client();

        var change = await Assert.ThrowsAsync<CanvasException>(() => client.Files.UpdateAsync(File, new FileChange { Hidden = true }, Ct));
        var removal = await Assert.ThrowsAsync<CanvasException>(() => client.Files.DeleteAsync(File, Ct));

        Assert.Equal((CanvasErrorKind.Protocol, CanvasErrorKind.Protocol), (change.Kind, removal.Kind));
        Assert.Equal(2, canvas.Seen.Count);
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("""[{"id":1,"course_id":101,"user_id":2},null]""")]
    [InlineData("""[{"id":1,"course_id":101,"user_id":2,"user_id":3}]""")]
    [InlineData("""[{"id":1,"course_id":101,"user_id":2}""")]
    [InlineData("""{"id":1,"course_id":101,"user_id":2}""")]
    [InlineData("""[{"id":1,"course_id":102,"user_id":2}]""")]
    public async Task List_ThatCannotBeBelieved_IsProtocol(string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Teachers, body).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Enrollments.ListActiveTeachersAsync(Course, Ct));

        Assert.Equal((CanvasErrorKind.Protocol, 200), (fault.Kind, fault.Status));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"enrollment_terms":null}""")]
    [InlineData("""{"enrollment_terms":[null]}""")]
    [InlineData("""{"enrollment_terms":[],"enrollment_terms":[]}""")]
    [InlineData("""{"enrollment_terms":[{"id":1,"overrides":{"StudentEnrollment":{},"StudentEnrollment":{}}}]}""")]
    public async Task WrappedList_ThatCannotBeBelieved_IsProtocol(string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Terms, body).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(async () =>
        {
            await foreach (var _ in client.Terms.ListAsync(Ct)) { }
        });

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }
}
