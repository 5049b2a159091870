using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Api;

public sealed class TasksApiTests(OpenHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Task_OfAPerson_IsThereForThemAndNoOtherTeacher()
    {
        var task = await AskAsync(TaskKind.Unexplained, Role.Teacher, "teacher", "justify delete");

        var own = await FindAsync("teacher", task);
        var others = await FindAsync("teacher-2", task);

        Assert.Null(others);
        Assert.Equal(
            ["id", "kind", "since", "attempts", "subject", "question", "answers"],
            own!.Value.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal(["justify", "delete"], own.Value.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()));
        Assert.Contains("FYSA12", own.Value.GetProperty("question").GetProperty("sv").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatFollows_ClosesTheTaskOnce()
    {
        var task = await AskAsync(TaskKind.Unexplained, Role.Teacher, "teacher", "justify delete");
        using var teacher = await house.AsAsync("teacher");

        using var first = await AnswerAsync(teacher, task, new { answer = "delete" });
        using var second = await AnswerAsync(teacher, task, new { answer = "delete" });
        using var other = await AnswerAsync(teacher, task, new { answer = "justify" });

        Assert.Equal(
            (HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.Conflict),
            (first.StatusCode, second.StatusCode, other.StatusCode)
        );
        var row = await house.RegistryAsync(registry => registry.Tasks.AsNoTracking().SingleAsync(row => row.Id == task, Ct));
        Assert.Equal(("delete", true), (row.Answer, row.ClosedAt is not null));
        Assert.Equal(
            1,
            await house.RegistryAsync(registry =>
                registry.Audit.CountAsync(entry => entry.Subject == row.Subject && entry.Action == "task.closed", Ct)
            )
        );
    }

    [Fact]
    public async Task Answer_ThatCannotBeTaken_LeavesEverythingAsItWas()
    {
        var task = await AskAsync(TaskKind.MissingDate, Role.CourseAdmin, "teacher", "until delete");
        using var teacher = await house.AsAsync("teacher");

        using var answer = await AnswerAsync(teacher, task, new { answer = "until", until = "2020-01-01" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var row = await house.RegistryAsync(registry => registry.Tasks.AsNoTracking().SingleAsync(row => row.Id == task, Ct));
        Assert.Null(row.ClosedAt);
        var recording = await house.RegistryAsync(registry =>
            registry.Recordings.AsNoTracking().SingleAsync(found => found.Id == row.RecordingId, Ct)
        );
        Assert.Null(recording.ExtendedUntil);
    }

    [Theory]
    [InlineData("""{"answer":"burn"}""", "answer")]
    [InlineData("""{}""", "answer")]
    [InlineData("""{"answer":"until","until":"soon"}""", "until")]
    [InlineData("""{"answer":"delete","because":"x"}""", "because")]
    public async Task Answer_Wrong_IsRefusedByName(string body, string field)
    {
        var task = await AskAsync(TaskKind.MissingDate, Role.CourseAdmin, "teacher", "until delete");
        using var teacher = await house.AsAsync("teacher");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await teacher.PostAsync($"/api/v1/tasks/{task}/answer", content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Answer_ToAnothersTask_FindsNone()
    {
        var task = await AskAsync(TaskKind.Unexplained, Role.Teacher, "teacher", "justify delete");
        using var other = await house.AsAsync("teacher-2");

        using var answer = await AnswerAsync(other, task, new { answer = "delete" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_ByAService_IsForbidden()
    {
        var task = await AskAsync(TaskKind.MissingDate, Role.CourseAdmin, "teacher", "until delete");
        using var service = house.Anonymous();
        service.DefaultRequestHeaders.Authorization = new("Bearer", OpenHouse.ServiceToken);

        using var answer = await AnswerAsync(service, task, new { answer = "delete" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<Guid> AskAsync(string kind, string role, string person, string answers)
    {
        var teacher = await house.PersonAsync(person);
        return await house.RegistryAsync(async registry =>
        {
            var recordedAt = house.Clock.GetUtcNow().AddDays(-1);
            var recording = await Sample.RecordAsync(
                registry,
                teacher,
                RecordingState.Registered,
                recordedAt,
                change: row => row.Unexplained = kind == TaskKind.Unexplained
            );
            return (await Sample.AskAsync(registry, kind, Subject.Recording(recording.Id), role, teacher.Id, answers, recording.Topic)).Id;
        });
    }

    private async Task<JsonElement?> FindAsync(string account, Guid task)
    {
        using var client = await house.AsAsync(account);
        var next = "/api/v1/tasks?limit=100";
        while (true)
        {
            var page = await OpenHouse.JsonAsync(await client.GetAsync(next, Ct));
            foreach (var item in page.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("id").GetGuid() == task))
                return item;
            if (page.GetProperty("next").GetString() is not { } cursor)
                return null;
            next = "/api/v1/tasks?limit=100&cursor=" + cursor;
        }
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient client, Guid task, object body) =>
        client.PostAsJsonAsync($"/api/v1/tasks/{task}/answer", body, Ct);
}
