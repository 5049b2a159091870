using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Canvas;

/// <summary>
/// An account's course list as Canvas serves it, and nothing else: numbered pages of 100 without a <c>last</c>, 50 ms each, and Canvas's own throttle for
/// the one token (facts/canvas 2). The pages are made beforehand, so that the contestants' time is their own.
/// </summary>
internal sealed class CourseServer : IAsyncDisposable
{
    public const int Courses = 20_000;
    private const int PageSize = 100;
    private const double Cost = 0.3;
    private static readonly TimeSpan PageTime = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly byte[][] pages = [.. Enumerable.Range(0, Courses / PageSize).Select(Page)];
    private readonly WebApplication app;
    private double filled;
    private long leakedAt;

    private CourseServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>Calls since the last fresh start, refused ones among them.</summary>
    public int Requests { get; private set; }

    /// <summary>Calls refused since the last fresh start.</summary>
    public int Refusals { get; private set; }

    public static async Task<CourseServer> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new CourseServer(builder.Build());
        server.app.MapGet("/api/v1/accounts/1/courses", server.AnswerAsync);
        await server.app.StartAsync(ct);
        return server;
    }

    /// <summary>Counts from nothing, with a bucket that has never been used.</summary>
    public void Begin()
    {
        lock (gate)
            (Requests, Refusals, filled, leakedAt) = (0, 0, 0, Stopwatch.GetTimestamp());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (!Reserve())
        {
            http.Response.StatusCode = 403;
            await http.Response.WriteAsync("403 Forbidden (Rate Limit Exceeded)\n");
            Release(http, cost: 0);
            return;
        }
        await Task.Delay(PageTime, http.RequestAborted);
        Release(http, Cost);
        await SendAsync(http);
    }

    private bool Reserve()
    {
        lock (gate)
        {
            Requests++;
            var isFree = Fill(50) < 600;
            Refusals += isFree ? 0 : 1;
            return isFree;
        }
    }

    private void Release(HttpContext http, double cost)
    {
        double remaining;
        lock (gate)
            remaining = 600 - Fill(cost - 50);
        if (http.Response.HasStarted)
            return;
        http.Response.Headers["X-Request-Cost"] = cost.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-Rate-Limit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
    }

    // Leaks ten a second, then takes what is added; it holds 800.
    private double Fill(double amount)
    {
        var leaked = Stopwatch.GetElapsedTime(leakedAt).TotalSeconds * 10;
        leakedAt = Stopwatch.GetTimestamp();
        return filled = Math.Clamp(Math.Max(0, filled - leaked) + amount, 0, 800);
    }

    private Task SendAsync(HttpContext http)
    {
        var number = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var links = new List<string> { Link(http, number, "current") };
        if (number < pages.Length)
            links.Add(Link(http, number + 1, "next"));
        if (number > 1)
            links.Add(Link(http, number - 1, "prev"));
        links.Add(Link(http, 1, "first"));
        http.Response.Headers["Link"] = string.Join(',', links);
        http.Response.ContentType = "application/json; charset=utf-8";
        var page = number <= pages.Length ? pages[number - 1] : "[]"u8.ToArray();
        http.Response.ContentLength = page.Length;
        return http.Response.Body.WriteAsync(page, 0, page.Length, http.RequestAborted);
    }

    private static string Link(HttpContext http, int page, string relation)
    {
        var kept = http.Request.QueryString.Value!.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var query = string.Join(
            '&',
            kept.Where(field =>
                !field.StartsWith("page=", StringComparison.Ordinal) && !field.StartsWith("per_page=", StringComparison.Ordinal)
            )
        );
        return $"<http://{http.Request.Host}{http.Request.Path}?{query}&page={page}&per_page={PageSize}>; rel=\"{relation}\"";
    }

    private static byte[] Page(int index) =>
        Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range((index * PageSize) + 1, PageSize).Select(Course))}]");

    // As an administrator sees a course, with what was asked for.
    private static string Course(int id) =>
        $$"""
            {"id":"{{id}}","name":"Course number {{id}} of the faculty of science","account_id":"12","uuid":"ExampleUuidExampleUuidExampleUuid{{id:D8}}","start_at":"2027-01-18T06:00:00Z","grading_standard_id":null,"is_public":false,"created_at":"2026-11-02T08:15:00Z","course_code":"FY{{id:D5}}","default_view":"modules","root_account_id":"1","enrollment_term_id":"34","license":"private","grade_passback_setting":null,"end_at":"2027-05-31T21:59:59Z","public_syllabus":false,"public_syllabus_to_auth":false,"storage_quota_mb":500,"is_public_to_auth_users":false,"homeroom_course":false,"course_color":null,"friendly_name":null,"term":{"id":"34","name":"Spring 2027","start_at":"2027-01-11T05:00:00Z","end_at":"2027-06-05T03:59:59Z","created_at":"2026-03-01T00:00:00Z","workflow_state":"active","grading_period_group_id":null},"apply_assignment_group_weights":false,"calendar":{"ics":"https://canvas.example.edu/feeds/calendars/course_example.ics"},"time_zone":"Europe/Stockholm","blueprint":false,"template":false,"concluded":false,"sis_course_id":"FY{{id:D5}}-27S","integration_id":null,"hide_final_grades":false,"workflow_state":"available","restrict_enrollments_to_course_dates":true}
            """;
}
