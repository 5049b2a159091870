using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Expiry;

/// <summary>Courses are read again a term at a time; a list that can't be right moves nothing, and is a task until it is right again (I14).</summary>
public sealed class CourseListTests() : CampusTests("--Canvas:SectionsEvery=1.00:00:00")
{
    private const string Lists = "/accounts/1/courses$";

    [Fact]
    public async Task Term_Moved_MovesTheRecordingsOfAllItsCoursesInAFewCalls()
    {
        var (term, courses) = await CoursesAsync(200);
        var end = SmallCampus.Beginning.AddDays(50);
        await Campus.Canvas.EndTermAsync(term, end);

        var calls = await Campus.Canvas.CountAsync("/api/v1/", Campus.SettleAsync);

        Assert.All(await EndsAsync(courses), at => Assert.Equal(end, at));
        // The terms, and the pages of two terms' lists; a look of the campus at what is due may be one of a few.
        Assert.InRange(calls, 4, 40);
    }

    [Fact]
    public async Task List_EmptyByAFault_MovesNothingAndIsATaskUntilItIsWhole()
    {
        var (term, courses) = await CoursesAsync(5);
        var (before, end) = (await EndsAsync(courses), SmallCampus.Beginning.AddDays(50));
        await Campus.Canvas.EndTermAsync(term, end);
        await Campus.Canvas.BreakAsync("empty-list", Lists);

        await Campus.SettleAsync();
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(before, await EndsAsync(courses));
        var question = Assert.Single(
            await AskedAsync(TaskKind.CourseListShrunk),
            text => text.Contains("Autumn 2031", StringComparison.Ordinal)
        );
        Assert.StartsWith("Canvas now lists 0 courses in the term Autumn 2031, where there were 5.", question, StringComparison.Ordinal);

        await Campus.Canvas.MendAsync();
        await Campus.SettleAsync();

        Assert.Empty(await AskedAsync(TaskKind.CourseListShrunk));
        Assert.All(await EndsAsync(courses), at => Assert.Equal(end, at));
    }

    [Fact]
    public async Task List_BrokenOff_MovesNothingAndIsATaskUntilItIsWhole()
    {
        var (term, courses) = await CoursesAsync(5);
        var (before, end) = (await EndsAsync(courses), SmallCampus.Beginning.AddDays(50));
        await Campus.Canvas.EndTermAsync(term, end);
        await Campus.Canvas.BreakAsync("html-200", Lists);

        await Campus.SettleAsync();

        Assert.Equal(before, await EndsAsync(courses));
        Assert.NotEmpty(await AskedAsync(TaskKind.CourseListUnread));
        Assert.Empty((await Campus.TasksAsync(TaskKind.CourseListUnread))[0].Answers);

        await Campus.Canvas.MendAsync();
        await Campus.SettleAsync();

        Assert.Empty(await AskedAsync(TaskKind.CourseListUnread));
        Assert.All(await EndsAsync(courses), at => Assert.Equal(end, at));
    }

    [Fact]
    public async Task List_ShrunkByMoreThanItsShare_WaitsForAPersonWhoKnows()
    {
        var (term, courses) = await CoursesAsync(10);
        var (end, elsewhere) = (SmallCampus.Beginning.AddDays(50), SmallCampus.Beginning.AddDays(70));
        var other = await Campus.Canvas.MakeTermAsync("Autumn 2032", elsewhere);
        foreach (var course in courses.Take(3))
            await Campus.Canvas.MoveCourseAsync(course, other);
        await Campus.Canvas.EndTermAsync(term, end);
        var before = await EndsAsync(courses);
        await Campus.SettleAsync();

        Assert.Equal(before, await EndsAsync(courses));
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.CourseListShrunk));
        (await Campus.Bot.PostAsync("course-admin", $"/tasks/{task.Id}/answer", new { answer = "as-it-is" })).Must();
        await Campus.SettleAsync();

        Assert.Empty(await Campus.TasksAsync(TaskKind.CourseListShrunk));
        // Those that are in the list by it, those that are not each by a reading of its own.
        Assert.Equal([.. Enumerable.Repeat(elsewhere, 3), .. Enumerable.Repeat(end, 7)], await EndsAsync(courses));
    }

    [Fact]
    public async Task List_ShrunkByItsShareOrLess_IsBelieved()
    {
        var (term, courses) = await CoursesAsync(10);
        var end = SmallCampus.Beginning.AddDays(50);
        var other = await Campus.Canvas.MakeTermAsync("Autumn 2032", end);
        foreach (var course in courses.Take(2))
            await Campus.Canvas.MoveCourseAsync(course, other);
        await Campus.Canvas.EndTermAsync(term, end);
        await Campus.SettleAsync();

        Assert.Empty(await Campus.TasksAsync(TaskKind.CourseListShrunk));
        Assert.All(await EndsAsync(courses), at => Assert.Equal(end, at));
    }

    [Fact]
    public async Task Course_ThatCannotBeRead_HoldsUpNoOther()
    {
        var (term, courses) = await CoursesAsync(4);
        var end = SmallCampus.Beginning.AddDays(50);
        await Campus.Canvas.EndTermAsync(term, end);
        await Campus.Canvas.BreakAsync("status-500", $"/courses/{courses[1]}(/|$)");
        // A day later the sections are read again, and one course's fail.
        await Campus.AdvanceAsync(TimeSpan.FromDays(1.5));

        var ends = await EndsAsync(courses);
        Assert.Equal([end, end, end], [ends[0], ends[2], ends[3]]);
    }

    [Fact]
    public async Task Section_WithLaterDates_IsSeenWithinADay()
    {
        var (_, courses) = await CoursesAsync(1);
        var end = SmallCampus.Beginning.AddDays(300);
        await Campus.Canvas.AddSectionAsync(courses[0], end, student: "3");

        await Campus.AdvanceAsync(TimeSpan.FromDays(1.1));

        Assert.Equal(end, Assert.Single(await EndsAsync(courses)));
    }

    [Fact]
    public async Task Term_WithMorePagesThanCoursesOfOurs_IsReadCourseByCourse()
    {
        var (term, courses) = await CoursesAsync(1, others: 101);
        var end = SmallCampus.Beginning.AddDays(50);
        await Campus.Canvas.EndTermAsync(term, end);

        await Campus.SettleAsync();
        var lists = await Campus.Canvas.CountAsync($"/api/v1/accounts/1/courses$", Campus.SettleAsync);
        var rounds = await Campus.Canvas.CountAsync($"/api/v1/accounts/1/terms$", Campus.SettleAsync);

        Assert.Equal(end, Assert.Single(await EndsAsync(courses)));
        // One list in each round: that of the lecture's own term.
        Assert.Equal(rounds, lists);
        Assert.Equal(
            102,
            await Campus.ReadAsync(registry => registry.Terms.Where(row => row.Id == term).Select(row => row.Courses).SingleAsync(Ct))
        );
    }

    /// <summary>A term whose courses have a recording each: what one lecture left, as if it had been held in each.</summary>
    private async Task<(string Term, List<string> Courses)> CoursesAsync(int count, int others = 0)
    {
        var lecture = await Campus.RecordedAsync();
        var term = await Campus.Canvas.MakeTermAsync("Autumn 2031", SmallCampus.Beginning.AddDays(100));
        var courses = await Campus.Canvas.MakeCoursesAsync(term, count);
        await Campus.Canvas.MakeCoursesAsync(term, others);
        await Campus.ReadAsync(async registry =>
        {
            var original = registry.Entry(await registry.Recordings.SingleAsync(row => row.Id == lecture, Ct));
            foreach (var course in courses)
            {
                var copy = registry.Add(new RecordingRow { Id = Guid.NewGuid(), Topic = course });
                foreach (var property in copy.Properties.Where(property => !property.Metadata.IsPrimaryKey()))
                    property.CurrentValue = original.Property(property.Metadata.Name).CurrentValue;
                (copy.Entity.CourseId, copy.Entity.Folder, copy.Entity.NextCheckAt) = (course, course, Campus.Now);
            }
            return await registry.SaveChangesAsync(Ct);
        });
        await Campus.SettleAsync();
        await Campus.SettleAsync();
        Assert.All(await EndsAsync(courses), at => Assert.NotNull(at));
        return (term, courses);
    }

    /// <summary>When the recordings of these courses end, in the courses' order.</summary>
    private async Task<List<DateTimeOffset?>> EndsAsync(List<string> courses)
    {
        var ends = await Campus.ReadAsync(registry =>
            registry.Recordings.Where(row => courses.Contains(row.CourseId!)).ToDictionaryAsync(row => row.CourseId!, row => row.EndsAt, Ct)
        );
        return courses.ConvertAll(course => ends[course]);
    }

    /// <summary>What the course admin is asked.</summary>
    private async Task<List<string>> AskedAsync(string kind) =>
        [
            .. (await Campus.Bot.GetAsync("course-admin", "/tasks?limit=100"))
                .Must()
                .Json.GetProperty("items")
                .EnumerateArray()
                .Where(task => task.GetProperty("kind").GetString() == kind)
                .Select(task => task.GetProperty("question").GetProperty("en").GetString()!),
        ];
}
