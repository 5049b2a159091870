using System.Net;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Api;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Admin;

public sealed class TasksPageTests(OpenHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_ThatCannotBeTaken_KeepsWhatWasTypedAndSaysWhy()
    {
        var task = await AskAsync("Typed in vain");
        using var browser = await house.AtBrowserAsync("teacher");

        using var answer = await browser.PostFormAsync(
            "/tasks",
            "",
            Fields(task, "until", ("until", "2020-01-01"), ("reason", "For the resit"))
        );
        var page = await answer.SeenAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("That day is past", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2020-01-01\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"For the resit\"", page, StringComparison.Ordinal);
        Assert.Contains("<details open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatDeletes_IsTakenOnlyOnceConfirmed()
    {
        var task = await AskAsync("Not to be lost by a slip");
        using var browser = await house.AtBrowserAsync("teacher");

        using var slip = await browser.PostFormAsync("/tasks", "", Fields(task, "delete"));
        var open = await ClosedAsync(task);
        using var meant = await browser.PostFormAsync("/tasks", "", Fields(task, "delete", ("confirmed", "true")));

        Assert.Contains("can’t be undone", await slip.SeenAsync(), StringComparison.Ordinal);
        Assert.Null(open);
        Assert.Equal($"/tasks?done={task}", meant.Headers.Location?.ToString());
        Assert.NotNull(await ClosedAsync(task));
    }

    [Fact]
    public async Task Answer_ThatWasTaken_IsToldToWhoeverGaveIt()
    {
        var task = await AskAsync("Kept until summer");
        using var browser = await house.AtBrowserAsync("teacher", "sv");
        using var other = await house.AtBrowserAsync("course-admin", "sv");
        var day = house.Clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        using var taken = await browser.PostFormAsync("/tasks", "", Fields(task, "until", ("until", day)));
        var told = await browser.ReadAsync(taken.Headers.Location!.ToString());

        Assert.Contains("Klart: inspelningen har det slut du valde.", told, StringComparison.Ordinal);
        Assert.Contains("Kept until summer", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Klart:", await other.ReadAsync($"/tasks?done={task}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referral_ForTheDpo_ShowsFactsRulesAndSourcesAndTakesConditions()
    {
        var (task, meeting) = await ReferAsync("Referred to the page");
        using var browser = await house.AtBrowserAsync("dpo");

        var page = await browser.ReadAsync("/tasks?lang=en");
        Assert.Contains("Students repeat the derivations.", page, StringComparison.Ordinal);
        Assert.Contains("consent.freely-given", page, StringComparison.Ordinal);
        Assert.Contains("HB §4", page, StringComparison.Ordinal);

        using var slip = await browser.PostFormAsync("/tasks", "", Fields(task, "decline"));
        // In the language that the officer of this shared house chose last.
        var (said, why) = (await slip.SeenAsync(), BothLanguages.Why["Act_ReasonMissing"]);
        Assert.Contains("id=\"refused\"", said, StringComparison.Ordinal);
        Assert.True(said.Contains(why.En, StringComparison.Ordinal) || said.Contains(why.Sv, StringComparison.Ordinal));
        Assert.Null(await ClosedAsync(task));
        Assert.Equal(
            "referred",
            await house.RegistryAsync(registry =>
                registry.Decisions.Where(row => row.MeetingId == meeting).Select(row => row.Outcome).SingleAsync(Ct)
            )
        );
    }

    [Fact]
    public async Task Tasks_OfATeacher_ShowNoReferral()
    {
        await ReferAsync("Not the teacher's to read");
        using var browser = await house.AtBrowserAsync("teacher-2");

        Assert.DoesNotContain("Not the teacher's to read", await browser.ReadAsync("/tasks"), StringComparison.Ordinal);
    }

    private async Task<(Guid Task, Guid Meeting)> ReferAsync(string topic)
    {
        var teacher = await house.PersonAsync("teacher");
        return await house.RegistryAsync(async registry =>
        {
            var (meeting, task) = await Sample.ReferAsync(registry, teacher, topic, house.Clock.GetUtcNow().AddDays(1));
            return (task, meeting);
        });
    }

    private Task<DateTimeOffset?> ClosedAsync(Guid task) =>
        house.RegistryAsync(registry => registry.Tasks.Where(row => row.Id == task).Select(row => row.ClosedAt).FirstAsync(Ct));

    private async Task<Guid> AskAsync(string topic)
    {
        var teacher = await house.PersonAsync("teacher");
        var recordedAt = house.Clock.GetUtcNow().AddDays(-1);
        return await house.RegistryAsync(async registry =>
        {
            var recording = await Sample.RecordAsync(registry, teacher, RecordingState.Registered, recordedAt, topic);
            var (kind, subject) = (TaskKind.MissingDate, Subject.Recording(recording.Id));
            return (await Sample.AskAsync(registry, kind, subject, Role.CourseAdmin, teacher.Id, "until delete", topic)).Id;
        });
    }

    private static KeyValuePair<string, string>[] Fields(Guid task, string answer, params (string Name, string Value)[] more) =>
        [new("task", task.ToString()), new("answer", answer), .. more.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
