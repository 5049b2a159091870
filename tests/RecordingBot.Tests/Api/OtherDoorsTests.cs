using System.Net;
using System.Text.Json;
using RecordingBot.Meetings;

namespace RecordingBot.Tests.Api;

public sealed class OtherDoorsTests(OpenHouse house)
{
    private static readonly DateTimeOffset Long = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Meeting_Read_HasTheContractsFields()
    {
        var meeting = await DecideAsync();
        using var teacher = await house.AsAsync("teacher");

        var read = await OpenHouse.JsonAsync(await teacher.GetAsync($"/api/v1/meetings/{meeting}", Ct));

        Assert.Equal(
            [
                "id",
                "zoom",
                "topic",
                "startsAt",
                "endsAt",
                "courseId",
                "decision",
                "notice",
                "consents",
                "right",
                "incidents",
                "announcement",
            ],
            read.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal(["id", "uuid", "hostId"], read.GetProperty("zoom").EnumerateObject().Select(field => field.Name));
        Assert.Equal("approved", read.GetProperty("decision").GetProperty("outcome").GetString());
        Assert.Equal(RecordingRight.Taken, read.GetProperty("right").GetString());
    }

    [Fact]
    public async Task Meetings_AskedByUuidAndTime_AreNarrowed()
    {
        var meeting = await DecideAsync();
        using var teacher = await house.AsAsync("teacher");
        var uuid = Uri.EscapeDataString("uuid-" + meeting);

        var found = await OpenHouse.JsonAsync(
            await teacher.GetAsync($"/api/v1/meetings?zoomUuid={uuid}&from=2026-09-07T08:15:00Z&to=2026-09-07T08:15:01Z", Ct)
        );
        var before = await OpenHouse.JsonAsync(await teacher.GetAsync($"/api/v1/meetings?zoomUuid={uuid}&to=2026-09-07T08:15:00Z", Ct));

        Assert.Equal(meeting, found.GetProperty("items")[0].GetProperty("id").GetGuid());
        Assert.Equal(0, before.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Meeting_OfAnother_IsNotThere()
    {
        var meeting = await DecideAsync(course: null);
        using var other = await house.AsAsync("teacher-2");

        using var answer = await other.GetAsync($"/api/v1/meetings/{meeting}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Lifetime_OfACourseInCanvas_SaysWhenAndWhy()
    {
        using var teacher = await house.AsAsync("teacher");

        var lifetime = await OpenHouse.JsonAsync(await teacher.GetAsync("/api/v1/courses/101/lifetime", Ct));

        Assert.Equal(
            ["courseId", "closes", "closesAt", "reason", "why", "change", "inputs", "checkedAt"],
            lifetime.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal(("101", "at", "course-end"), (Text(lifetime, "courseId"), Text(lifetime, "closes"), Text(lifetime, "reason")));
        Assert.NotEqual("", lifetime.GetProperty("why").GetProperty("sv").GetString());
    }

    [Theory]
    [InlineData("course-admin", "999999")] // Canvas confirms nothing
    [InlineData("course-admin", "no-number")]
    [InlineData("student", "101")]
    public async Task Lifetime_OfACourseThatIsNotThereForTheCaller_IsNotFound(string account, string course)
    {
        using var client = await house.AsAsync(account);

        using var answer = await client.GetAsync($"/api/v1/courses/{course}/lifetime", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    [Trait("Rule", "register.processing")]
    public async Task Register_ForTheDpo_NamesThePurposeTheBasisAndTheController()
    {
        await DecideAsync();
        using var dpo = await house.AsAsync("dpo");

        var entry = (await OpenHouse.JsonAsync(await dpo.GetAsync("/api/v1/register", Ct))).GetProperty("items")[0];

        Assert.Equal("public-interest", Text(entry.GetProperty("legalBasis"), "kind"));
        Assert.Equal("202100-3211", Text(entry.GetProperty("controller"), "registrationNumber"));
        Assert.Equal(["students"], entry.GetProperty("dataSubjects").EnumerateArray().Select(group => group.GetString()));
    }

    [Theory]
    [InlineData("register")]
    [InlineData("audit")]
    public async Task Officers_Doors_AreClosedToTeachers(string door)
    {
        using var teacher = await house.AsAsync("teacher");

        using var answer = await teacher.GetAsync("/api/v1/" + door, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Audit_ReadOn_ComesInOrderAndOnce()
    {
        using var dpo = await house.AsAsync("dpo");

        var first = await OpenHouse.JsonAsync(await dpo.GetAsync("/api/v1/audit?limit=2", Ct));
        var second = await OpenHouse.JsonAsync(
            await dpo.GetAsync("/api/v1/audit?limit=2&after=" + first.GetProperty("next").GetString(), Ct)
        );

        var sequences = Sequences(first).Concat(Sequences(second)).ToList();
        Assert.Equal(4, sequences.Count);
        Assert.Equal(sequences.Distinct().Order(), sequences);
    }

    [Fact]
    public async Task OpenApi_EveryOperation_IsNamedAndDescribed()
    {
        using var nobody = house.Anonymous();

        var document = await OpenHouse.JsonAsync(await nobody.GetAsync("/openapi/v1.json", Ct));

        var operations = document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value)))
            .ToList();
        Assert.True(operations.Count >= 18);
        Assert.All(operations, operation => Assert.StartsWith("/api/v1/", operation.Name, StringComparison.Ordinal));
        Assert.All(operations, operation => Assert.True(operation.Value.TryGetProperty("summary", out _)));
        var names = operations.Select(operation => Text(operation.Value, "operationId")).ToList();
        Assert.Equal(names.Count, names.OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(
            "endsBefore",
            document
                .GetProperty("paths")
                .GetProperty("/api/v1/recordings")
                .GetProperty("get")
                .GetProperty("parameters")
                .EnumerateArray()
                .Select(parameter => Text(parameter, "name"))
        );
    }

    private async Task<Guid> DecideAsync(string? course = Sample.Course)
    {
        var teacher = await house.PersonAsync("teacher");
        return (await house.RegistryAsync(registry => Sample.DecideAsync(registry, teacher, "FYSA12, lecture 3", Long, course))).Meeting;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<long> Sequences(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sequence").GetInt64());
}
