using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CanvasConnector.Tests.Http;

/// <summary>The one road, against answers as Canvas and everything before it may give them.</summary>
public sealed class SenderTests
{
    private const string Course = "GET /api/v1/courses/101";
    private const string Good = """{"id":101,"name":"FYSA12"}""";
    private const string Json = "application/json";
    private static readonly CanvasId<Course> Id = new("101");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, "{\"status\":\"unauthorized\"}", CanvasErrorKind.Forbidden)]
    [InlineData(401, "{\"errors\":[{\"message\":\"Insufficient scopes on access token.\"}]}", CanvasErrorKind.ScopeMissing)]
    [InlineData(403, "{\"status\":\"unauthorized\"}", CanvasErrorKind.Forbidden)]
    [InlineData(404, "{\"errors\":[{\"message\":\"The specified resource does not exist.\"}]}", CanvasErrorKind.NotFound)]
    [InlineData(404, "<html></html>", CanvasErrorKind.Protocol)]
    [InlineData(409, "{\"message\":\"file already exists\"}", CanvasErrorKind.Conflict)]
    [InlineData(400, "{\"message\":\"file size exceeds quota\"}", CanvasErrorKind.OverQuota)]
    [InlineData(400, "{\"errors\":{\"name\":[{\"type\":\"too_long\"}]}}", CanvasErrorKind.Invalid)]
    [InlineData(400, "", CanvasErrorKind.Invalid)]
    [InlineData(422, "{\"errors\":[]}", CanvasErrorKind.Invalid)]
    [InlineData(302, "", CanvasErrorKind.Protocol)]
    public async Task Call_Refused_IsTranslatedAndNotRepeated(int status, string body, CanvasErrorKind kind)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Course, status, Json, body).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((kind, status), (fault.Kind, fault.Status));
        Assert.Equal(("GET", "/api/v1/courses/101"), (fault.Method, fault.Path));
        Assert.Single(canvas.Seen);
        Assert.DoesNotContain("secret-token", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_TokenRefused_IsUnauthorized()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            Course,
            http =>
            {
                (http.Response.StatusCode, http.Response.ContentType) = (401, Json);
                http.Response.Headers.WWWAuthenticate = "Bearer realm=\"canvas-lms\"";
                return http.Response.WriteAsync("""{"errors":[{"message":"Expired access token."}]}""");
            }
        );
        using var client = canvas.Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal(CanvasErrorKind.Unauthorized, fault.Kind);
        Assert.Single(canvas.Seen);
    }

    [Theory]
    [InlineData(403, "403 Forbidden (Rate Limit Exceeded)\n")]
    [InlineData(403, "403 Forbidden (rate limit exceeded)")]
    [InlineData(429, "429 Forbidden (Rate Limit Exceeded)\n")]
    [InlineData(429, "")]
    [InlineData(500, "{\"errors\":[{\"message\":\"An error occurred.\"}],\"error_report_id\":42}")]
    [InlineData(503, "<html></html>")]
    public async Task Get_PassingFault_WaitsLongerEachTimeAndSucceeds(int status, string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Course, status, "text/plain", body).On(Course, status, "text/plain", body).On(Course, Good);
        using var client = canvas.Client();

        var course = await client.Courses.GetAsync(Id, Ct);

        Assert.Equal("FYSA12", course.Name);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], canvas.Clock.Waits);
    }

    [Fact]
    public async Task Get_LastingFault_EndsAfterFewTries()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        for (var i = 0; i < 10; i++)
            canvas.On(Course, """{"errors":[],"error_report_id":42}""", 500);
        using var client = canvas.Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((CanvasErrorKind.Unavailable, "42"), (fault.Kind, fault.ErrorReportId));
        Assert.Equal(4, canvas.Seen.Count);
    }

    [Theory]
    [InlineData("7", true)]
    [InlineData("3600", false)]
    public async Task Call_ThrottledWithRetryAfter_WaitsForItOrTellsIt(string seconds, bool waits)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            Course,
            http =>
            {
                http.Response.StatusCode = 429;
                http.Response.Headers.RetryAfter = seconds;
                return Task.CompletedTask;
            }
        );
        using var client = canvas.On(Course, Good).Client();

        var fault = await Record.ExceptionAsync(() => client.Courses.GetAsync(Id, Ct));

        if (waits)
        {
            Assert.Null(fault);
            Assert.Equal([TimeSpan.FromSeconds(7)], canvas.Clock.Waits);
        }
        else
        {
            Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<CanvasException>(fault).RetryAfter);
            Assert.Empty(canvas.Clock.Waits);
        }
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(429, 4)]
    public async Task Post_Fault_IsRepeatedOnlyIfItWasNotCarriedOut(int status, int tries)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        for (var i = 0; i < 10; i++)
            canvas.On("POST /api/v1/conversations", status, Json, "{}");
        using var client = canvas.Client();

        await Assert.ThrowsAsync<CanvasException>(() => client.Conversations.SendAsync([new("2")], "Subject", "Text", ct: Ct));

        Assert.Equal(tries, canvas.Seen.Count);
    }

    [Theory]
    [InlineData("text/html", "<html>maintenance</html>")]
    [InlineData("text/html", Good)]
    [InlineData(Json, "")]
    [InlineData(Json, "null")]
    [InlineData(Json, "[]")]
    [InlineData(Json, """{"id":101,"name":"FY""")]
    [InlineData(Json, """{"id":101,"id":101}""")]
    [InlineData(Json, """{"name":"FYSA12"}""")]
    [InlineData(Json, """{"id":null}""")]
    [InlineData(Json, """{"id":102,"name":"FYSA12"}""")]
    [InlineData(Json, """{"id":101,"restrict_enrollments_to_course_dates":"perhaps"}""")]
    [InlineData(Json, """{"id":101,"end_at":"tomorrow"}""")]
    public async Task Call_SuccessThatCannotBeBelieved_IsProtocol(string type, string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Course, 200, type, body).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((CanvasErrorKind.Protocol, 200), (fault.Kind, fault.Status));
        Assert.DoesNotContain("FY", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_PrefixAgainstScripts_IsReadOver()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Course, "while(1);" + Good).Client();

        Assert.Equal("FYSA12", (await client.Courses.GetAsync(Id, Ct)).Name);
    }

    [Theory]
    [InlineData(2_000_000, true)]
    [InlineData(2_200_000, false)]
    public async Task Call_LargeAnswer_IsReadUpToTwoMebibytes(int size, bool accepted)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Course, $$"""{"id":101,"name":"{{new string('x', size)}}"}""").Client();

        var fault = await Record.ExceptionAsync(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal(accepted, fault is null);
        if (!accepted)
            Assert.Equal(CanvasErrorKind.Protocol, Assert.IsType<CanvasException>(fault).Kind);
    }

    [Fact]
    public async Task Call_ConnectionDropped_IsRepeated()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            Course,
            http =>
            {
                http.Abort();
                return Task.CompletedTask;
            }
        );
        using var client = canvas.On(Course, Good).Client();

        Assert.Equal("FYSA12", (await client.Courses.GetAsync(Id, Ct)).Name);
    }

    [Fact]
    public async Task Call_NoHeadersInTime_IsUnavailable()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Course, http => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted));
        using var client = canvas.Client(options => (options.HeadersTimeout, options.MaxAttempts) = (TimeSpan.FromSeconds(1), 1));

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((CanvasErrorKind.Unavailable, null), (fault.Kind, fault.Status));
    }

    [Fact]
    public async Task Call_BodyThatNeverEnds_IsUnavailable()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            Course,
            async http =>
            {
                http.Response.ContentType = Json;
                await http.Response.WriteAsync("{", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);
            }
        );
        using var client = canvas.Client(options => (options.CallTimeout, options.MaxAttempts) = (TimeSpan.FromSeconds(1), 1));

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal(CanvasErrorKind.Unavailable, fault.Kind);
    }

    [Fact]
    public async Task Call_Cancelled_IsCancelledAndNotAFault()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var stop = new CancellationTokenSource();
        canvas.On(Course, _ => stop.CancelAsync());
        using var client = canvas.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Courses.GetAsync(Id, stop.Token));
    }

    [Fact]
    public async Task Call_NobodyListens_IsUnavailable()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.Client();
        await canvas.DisposeAsync();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Users.SelfAsync(Ct));

        Assert.Equal(CanvasErrorKind.Unavailable, fault.Kind);
    }

    [Fact]
    public async Task Call_Answered_TellsTheQuota()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            Course,
            http =>
            {
                http.Response.Headers["X-Rate-Limit-Remaining"] = "-13.25";
                http.Response.Headers["X-Request-Cost"] = "0.5";
                http.Response.ContentType = Json;
                return http.Response.WriteAsync(Good);
            }
        );
        using var client = canvas.Client();

        await client.Courses.GetAsync(Id, Ct);

        Assert.Equal((-13.25, 0.5), (client.Quota.Remaining, client.Quota.LastCost));
        Assert.Equal("Bearer secret-token", canvas.Seen.Single().Authorization);
    }

    [Fact]
    public async Task Call_NameThatLeadsInside_IsRefusedBeforeAnythingIsSent()
    {
        using var client = new CanvasClient(
            new CanvasOptions { BaseUrl = new Uri("https://10.0.0.7"), Token = new CanvasToken("t") },
            new TestClock()
        );

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Users.SelfAsync(Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }
}
