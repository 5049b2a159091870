using System.Net;
using RecordingBot.Recordings;
using RecordingBot.Tests.Api;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Admin;

public sealed class CoursePageTests(OpenHouse house)
{
    private static readonly DateTimeOffset September = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?text=ÖVNING", "Övning 1", "1 of 3")]
    [InlineData("?text=100%25", "Full to 100%", "1 of 3")]
    [InlineData("?state=deleted", "Full to 100%", "1 of 3")]
    [InlineData("?mark=held", "Lecture, held", "1 of 3")]
    [InlineData("?before=2026-11-26&state=registered", "Övning 1", "1 of 3")]
    [InlineData("?mark=held&state=registered", "Lecture, held", "1 of 3")]
    [InlineData("?state=nonsense&mark=nonsense&before=nonsense", "Lecture, held", "3 of 3")]
    public async Task Course_WithAFilter_ShowsWhatFitsAndHowMany(string query, string topic, string count)
    {
        await FillAsync("66601");
        using var browser = await house.AtBrowserAsync("course-admin");

        var page = await browser.ReadAsync("/courses/66601/recordings" + query);

        Assert.Contains($">{topic}</a>", page, StringComparison.Ordinal);
        Assert.Contains($"{count} recordings.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_WithHoldsAndOpenTasks_ShowsThemWithTheirAge()
    {
        await FillAsync("66641");
        await house.RegistryAsync(async registry =>
        {
            var held = registry.Recordings.Single(row => row.CourseId == "66641" && row.Topic == "Lecture, held");
            held.HoldKind = "dispute";
            registry.Tasks.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    Kind = RecordingBot.Registry.TaskKind.NoAuthority,
                    Subject = RecordingBot.Registry.Subject.Recording(held.Id),
                    RecordingId = held.Id,
                    Role = RecordingBot.Registry.Role.Dpo,
                    Arguments = """["Lecture, held","66641"]""",
                    Since = TimeProvider.System.GetUtcNow().AddDays(-5),
                }
            );
            return await registry.SaveChangesAsync(Ct);
        });
        using var browser = await house.AtBrowserAsync("course-admin");

        var page = await browser.ReadAsync("/courses/66641/recordings");
        var other = await browser.ReadAsync("/courses/66699/recordings");

        Assert.Contains("Waiting for somebody (1)", page, StringComparison.Ordinal);
        Assert.Contains("Lecture, held” is due for deletion, but the policy names no decision", page, StringComparison.Ordinal);
        Assert.Contains("5 days ago", page, StringComparison.Ordinal);
        Assert.Contains("A dispute: Dispute", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Waiting for somebody", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_OnTheDayThatARecordingEnds_IsNotBeforeThatDay()
    {
        await FillAsync("66602");
        using var browser = await house.AtBrowserAsync("course-admin");

        // It ends in the afternoon of the 26th.
        var page = await browser.ReadAsync("/courses/66602/recordings?before=2026-11-26&text=held");

        Assert.Contains("None of the recordings fits", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_ThatWasChosen_IsKeptInTheFormAndCanBeCleared()
    {
        await FillAsync("66603");
        using var browser = await house.AtBrowserAsync("course-admin", "sv");

        var page = await browser.ReadAsync("/courses/66603/recordings?text=vning&state=registered&before=2027-01-01");

        Assert.Contains("name=\"text\" value=\"vning\"", page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"registered\" selected", page);
        Assert.Contains("name=\"before\" value=\"2027-01-01\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/courses/66603/recordings\">Rensa</a>", page, StringComparison.Ordinal);
        Assert.Contains("recordings.csv?text=vning&state=registered&before=2027-01-01", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_InTheOrderOfEnds_ShowsWhatIsGoneLast()
    {
        await FillAsync("66604");
        using var browser = await house.AtBrowserAsync("course-admin");

        var page = await browser.ReadAsync("/courses/66604/recordings");

        string[] topics = ["Övning 1", "Lecture, held", "Full to 100%"];
        var places = topics.Select(topic => page.IndexOf($">{topic}</a>", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Course_WithMoreThanAPage_LeadsToTheRestWithTheSameFilter()
    {
        var teacher = await house.PersonAsync("teacher");
        await house.RegistryAsync(async registry =>
        {
            for (var number = 1; number <= 52; number++)
                await Sample.RecordAsync(
                    registry,
                    teacher,
                    RecordingState.Registered,
                    September.AddHours(number),
                    $"Part {number}",
                    "66605"
                );
            return 0;
        });
        using var browser = await house.AtBrowserAsync("course-admin");

        var (first, second) = (
            await browser.ReadAsync("/courses/66605/recordings?text=part"),
            await browser.ReadAsync("/courses/66605/recordings?text=part&portion=2")
        );

        Assert.Contains("href=\"/courses/66605/recordings?text=part&portion=2\" rel=\"next\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain(">Part 51</a>", first, StringComparison.Ordinal);
        Assert.Contains(">Part 51</a>", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_WithoutRecordings_SaysSoAndOffersNoFilter()
    {
        using var browser = await house.AtBrowserAsync("course-admin");

        var page = await browser.ReadAsync("/courses/66606/recordings");

        Assert.Contains("The course has no recordings yet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"filter\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfACourse_HasWhatTheFilterShowsInTheReadersLanguage()
    {
        await FillAsync("66607");
        using var browser = await house.AtBrowserAsync("course-admin", "sv");

        using var answer = await browser.GetAsync("/courses/66607/recordings.csv?state=registered", Ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inspelningar-66607.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.StartsWith(
            "\"Inspelning\",\"Läge\",\"Märkning\",\"Börjar\",\"Tas bort\",\"Varför då\",",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "\"Övning 1\",\"Registrerad\",\"\",\"2026-09-06T10:15:00+02:00\",\"2026-11-25T09:15:00+01:00\",",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.StartsWith("\"Lecture, held\",\"Registrerad\",\"Spärrad mot radering\",", lines[2], StringComparison.Ordinal);
        Assert.Equal(["", 4], new object[] { lines[^1], lines.Length });
    }

    [Theory]
    [InlineData("66608", "=")]
    [InlineData("66618", "\uff1d")]
    [InlineData("66628", "\uff20")]
    public async Task Csv_WithATopicThatIsAFormula_IsNoFormula(string course, string begins)
    {
        var teacher = await house.PersonAsync("teacher");
        var formula = begins + "HYPERLINK(\"http://x.example\",\"Lecture\")";
        await house.RegistryAsync(registry => Sample.RecordAsync(registry, teacher, RecordingState.Registered, September, formula, course));
        using var browser = await house.AtBrowserAsync("course-admin");

        var text = await browser.GetStringAsync($"/courses/{course}/recordings.csv", Ct);

        Assert.Contains($"\n\"'{begins}HYPERLINK(\"\"http://x.example\"\",\"\"Lecture\"\")\",", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("student")]
    [InlineData("teacher-2")]
    public async Task Csv_OfACourseThatIsNotTheirs_IsNotThere(string account)
    {
        await FillAsync("66609");
        using var browser = await house.AtBrowserAsync(account);

        using var answer = await browser.GetAsync("/courses/66609/recordings.csv", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Lecture", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_ForNobody_AsksToSignIn()
    {
        using var nobody = house.Browser();

        using var answer = await nobody.GetAsync("/courses/101/recordings.csv", Ct);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized });
    }

    /// <summary>Three recordings of a course: one that goes first, one that is held, one that is gone.</summary>
    private async Task FillAsync(string course)
    {
        var teacher = await house.PersonAsync("teacher");
        await house.RegistryAsync(async registry =>
        {
            if (registry.Recordings.Any(row => row.CourseId == course))
                return 0;
            await Sample.RecordAsync(registry, teacher, RecordingState.Deleted, September.AddDays(-9), "Full to 100%", course);
            await Sample.RecordAsync(registry, teacher, RecordingState.Registered, September, "Lecture, held", course, Hold);
            await Sample.RecordAsync(registry, teacher, RecordingState.Registered, September.AddDays(-1), "Övning 1", course, EndEarlier);
            return 0;
        });

        void Hold(RecordingRow row)
        {
            (row.HeldBy, row.HoldReason) = (teacher.Id, "Dispute");
            row.EndsAt = new(2026, 11, 26, 14, 0, 0, TimeSpan.Zero);
        }

        static void EndEarlier(RecordingRow row) => row.EndsAt = new(2026, 11, 25, 8, 15, 0, TimeSpan.Zero);
    }
}
