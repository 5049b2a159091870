using System.Collections.Concurrent;
using System.Globalization;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CanvasConnector.Tests.Http;

/// <summary>Parallel calls share one budget, seen from Canvas's side of the wire.</summary>
public sealed class SharedBudgetTests
{
    private const string Course = "GET /api/v1/courses/101";
    private static readonly CanvasId<Course> Id = new("101");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, 1)]
    [InlineData(60.0, 1)]
    [InlineData(200.5, 3)]
    [InlineData(double.NaN, 1)]
    public async Task Calls_InParallel_AreNeverMoreThanTheBudgetAllows(double? room, int allowed)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var (running, most) = (0, new ConcurrentBag<int>());
        for (var i = 0; i < 31; i++)
        {
            canvas.On(
                Course,
                async http =>
                {
                    most.Add(Interlocked.Increment(ref running));
                    await Task.Delay(20, http.RequestAborted);
                    // Canvas tells what is left after what it holds back for the others.
                    var left = room - (50 * Interlocked.Decrement(ref running));
                    await AnswerAsync(http, 200, left?.ToString(CultureInfo.InvariantCulture));
                }
            );
        }
        using var client = canvas.Client();

        await client.Courses.GetAsync(Id, Ct);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.Courses.GetAsync(Id, Ct)));

        Assert.Equal(31, canvas.Seen.Count);
        Assert.Equal(allowed, most.Max());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task Refusal_OfOne_SlowsEverybodyAndAllSucceed(int status)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var (running, afterwards) = (0, new ConcurrentQueue<int>());
        for (var i = 0; i < 5; i++)
            canvas.On(Course, http => AnswerAsync(http, 200, "300.5"));
        canvas.On(Course, http => AnswerAsync(http, status, "13"));
        for (var i = 0; i < 20; i++)
        {
            canvas.On(
                Course,
                async http =>
                {
                    afterwards.Enqueue(Interlocked.Increment(ref running));
                    await Task.Delay(5, http.RequestAborted);
                    Interlocked.Decrement(ref running);
                    await AnswerAsync(http, 200, null);
                }
            );
        }
        using var client = canvas.Client();
        for (var i = 0; i < 5; i++)
            await client.Courses.GetAsync(Id, Ct);

        await client.Courses.GetAsync(Id, Ct);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Courses.GetAsync(Id, Ct)));

        Assert.Equal([TimeSpan.FromSeconds(1)], canvas.Clock.Waits);
        Assert.All(afterwards, count => Assert.Equal(1, count)); // careful until an answer tells of room again
    }

    [Fact]
    public async Task Refusals_OfManyAtOnce_ComeBackOneByOneAndNotTogether()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var (arrived, refused) = (0, 0);
        var all = new TaskCompletionSource();
        canvas.On(Course, http => AnswerAsync(http, 200, "500.5"));
        for (var i = 0; i < 5; i++)
        {
            canvas.On(
                Course,
                async http =>
                {
                    if (Interlocked.Increment(ref arrived) == 5)
                        all.SetResult();
                    await all.Task.WaitAsync(http.RequestAborted);
                    Interlocked.Increment(ref refused);
                    await AnswerAsync(http, 429, null);
                }
            );
        }
        var (running, together) = (0, new ConcurrentQueue<int>());
        for (var i = 0; i < 5; i++)
        {
            canvas.On(
                Course,
                async http =>
                {
                    together.Enqueue(Interlocked.Increment(ref running));
                    await Task.Delay(20, http.RequestAborted);
                    Interlocked.Decrement(ref running);
                    await AnswerAsync(http, 200, null);
                }
            );
        }
        using var client = canvas.Client();
        await client.Courses.GetAsync(Id, Ct);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.Courses.GetAsync(Id, Ct)));

        Assert.Equal((5, 5), (refused, together.Count));
        Assert.All(together, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Call_CancelledInLine_IsNotSentAndHoldsNobodyUp()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        canvas
            .On(
                Course,
                async http =>
                {
                    asked.SetResult();
                    await answer.Task;
                    await AnswerAsync(http, 200, null);
                }
            )
            .On(Course, http => AnswerAsync(http, 200, null));
        using var client = canvas.Client();
        using var stop = new CancellationTokenSource();
        var first = client.Courses.GetAsync(Id, Ct);
        await asked.Task.WaitAsync(Ct);
        var cancelled = client.Courses.GetAsync(Id, stop.Token);
        var last = client.Courses.GetAsync(Id, Ct);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        answer.SetResult();

        await Task.WhenAll(first, last);
        Assert.Equal(2, canvas.Seen.Count);
    }

    [Fact]
    public async Task Call_CancelledUnderWay_GivesItsPlaceBack()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var stop = new CancellationTokenSource();
        canvas
            .On(
                Course,
                async http =>
                {
                    await stop.CancelAsync();
                    await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            )
            .On(Course, http => AnswerAsync(http, 200, null));
        using var client = canvas.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Courses.GetAsync(Id, stop.Token));

        Assert.Equal(Id, (await client.Courses.GetAsync(Id, Ct)).Id);
    }

    [Fact]
    public async Task Call_ThatFails_GivesItsPlaceBack()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Course, 404, "application/json", """{"errors":[]}""");
        canvas.On(Course, 200, "text/html", "<html></html>");
        canvas.On(Course, http => AnswerAsync(http, 200, null));
        using var client = canvas.Client();

        await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));
        await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal(Id, (await client.Courses.GetAsync(Id, Ct)).Id);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.999, 1.499)]
    public async Task Retry_ByTheDice_IsNeitherAtOnceNorForEveryoneAlike(double dice, double seconds)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Course, http => AnswerAsync(http, 429, null)).On(Course, http => AnswerAsync(http, 200, null));
        using var client = new CanvasClient(
            new CanvasOptions { BaseUrl = canvas.Address, Token = new CanvasToken("t") },
            canvas.Clock,
            dice: () => dice
        );

        await client.Courses.GetAsync(Id, Ct);

        Assert.Equal(seconds, Assert.Single(canvas.Clock.Waits).TotalSeconds, 6);
    }

    private static Task AnswerAsync(HttpContext http, int status, string? remaining)
    {
        if (remaining is not null)
            http.Response.Headers["X-Rate-Limit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        return status == 200
            ? ScriptedCanvas.WriteAsync(http, 200, "application/json", """{"id":101}""")
            : ScriptedCanvas.WriteAsync(http, status, "text/plain", $"{status} Forbidden (Rate Limit Exceeded)\n");
    }
}
