using System.Globalization;
using CanvasConnector.Accounts;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CanvasConnector.Tests.Courses;

/// <summary>An account's courses, which Canvas lists without ever telling the last page.</summary>
public sealed class AccountCoursesTests
{
    private const string List = "GET /api/v1/accounts/1/courses";
    private static readonly CanvasId<Account> Root = new("1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListForAccount_CoursesInEveryState_GivesThemAllWithTermAndFlag()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        await campus.JsonAsync("DELETE /api/v1/courses/102?event=conclude", Ct);
        await campus.JsonAsync("DELETE /api/v1/courses/103?event=delete", Ct);

        var courses = await canvas.Courses.ListForAccountAsync(Root, ct: Ct).ToListAsync(Ct);

        Assert.Equal("completed", courses.Single(course => course.Id == Campus.Statistics).WorkflowState);
        Assert.Equal("deleted", courses.Single(course => course.Id == Campus.DataLab).WorkflowState);
        Assert.Contains(courses, course => course.Id == Campus.Electromagnetism);
        Assert.All(courses, course => Assert.NotNull(course.Term));
        Assert.True(courses.Single(course => course.Id == Campus.Statistics).Concluded);
    }

    [Fact]
    public async Task ListForAccount_OfATerm_GivesItsCoursesOnly()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var all = await canvas.Courses.ListForAccountAsync(Root, ct: Ct).ToListAsync(Ct);
        var term = all.Single(course => course.Id == Campus.Statistics).EnrollmentTermId!;

        var courses = await canvas.Courses.ListForAccountAsync(Root, term, Ct).ToListAsync(Ct);

        Assert.Equal(all.Where(course => course.EnrollmentTermId == term), courses);
        Assert.InRange(courses.Count, 1, all.Count - 1);
    }

    [Fact]
    public async Task ListForAccount_ByATeacher_IsRefused()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client("campus-teacher");

        var fault = await Assert.ThrowsAsync<CanvasException>(async () =>
            await canvas.Courses.ListForAccountAsync(Root, ct: Ct).ToListAsync(Ct)
        );

        Assert.Equal(CanvasErrorKind.Forbidden, fault.Kind);
    }

    [Fact]
    public async Task ListForAccount_Any_AsksForEveryStateAHundredAtATime()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(List, "[]").Client();

        Assert.Empty(await client.Courses.ListForAccountAsync(Root, new("34"), Ct).ToListAsync(Ct));

        Assert.Equal(
            "?state[]=all&include[]=term&include[]=concluded&enrollment_term_id=34&per_page=100",
            Uri.UnescapeDataString(Assert.Single(canvas.Seen).Query)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(2_345)]
    public async Task ListForAccount_WithoutLastLink_IsWholeAndInOrder(int count)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var pages = Paged(canvas, count);
        using var client = canvas.Client();

        var ids = await client.Courses.ListForAccountAsync(Root, ct: Ct).Select(course => course.Id.Value).ToListAsync(Ct);

        Assert.Equal(Enumerable.Range(1, count).Select(id => id.ToString(CultureInfo.InvariantCulture)), ids);
        if (count > 2_000)
            Assert.InRange(pages.MostAtOnce, 3, 10);
    }

    [Fact]
    public async Task ListForAccount_FaultInTheMiddle_IsNoShorterList()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        Paged(canvas, 2_345, broken: 14);
        using var client = canvas.Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(async () =>
            await client.Courses.ListForAccountAsync(Root, ct: Ct).ToListAsync(Ct)
        );

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    private static CoursePages Paged(ScriptedCanvas canvas, int count, int? broken = null)
    {
        var pages = new CoursePages(() => canvas.Address, count) { Broken = broken };
        for (var i = 0; i < 100; i++)
            canvas.On(List, pages.AnswerAsync);
        return pages;
    }

    private sealed class CoursePages(Func<Uri> address, int count)
    {
        private const int Size = 100;
        private int running;
        private int most;

        public int? Broken { get; init; }

        public int MostAtOnce => Volatile.Read(ref most);

        public async Task AnswerAsync(HttpContext http)
        {
            var now = Interlocked.Increment(ref running);
            for (var seen = MostAtOnce; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = MostAtOnce) { }
            try
            {
                await Task.Delay(10, http.RequestAborted);
                await ListAsync(http, int.Parse(http.Request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture));
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }

        private Task ListAsync(HttpContext http, int page)
        {
            if (page == Broken)
                return ScriptedCanvas.WriteAsync(http, 200, "text/html", "<html></html>");
            var links = Link(page, "current") + (page * Size < count ? "," + Link(page + 1, "next") : "") + "," + Link(1, "first");
            http.Response.Headers["Link"] = links;
            http.Response.Headers["X-Rate-Limit-Remaining"] = "700.5";
            var shown = Enumerable.Range(1, count).Skip((page - 1) * Size).Take(Size).Select(id => $$"""{"id":{{id}}}""");
            return ScriptedCanvas.WriteAsync(http, 200, "application/json", $"[{string.Join(',', shown)}]");
        }

        private string Link(int page, string relation) =>
            $"<{address()}api/v1/accounts/1/courses?state%5B%5D=all&page={page}&per_page=100>; rel=\"{relation}\"";
    }
}
