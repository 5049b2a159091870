using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Rights;

/// <summary>The access log is looked over as the pack says, and its entries end in time.</summary>
public sealed class LogReviewTests : CampusTests
{
    [Fact]
    [Trait("Rule", "log.followed-up")]
    public async Task Review_AMonthAfterTheFirstAccess_IsAskedOfTheDpoAndAgainAMonthLater()
    {
        (await Campus.Bot.GetAsync("dpo", "/register")).Must();
        await Campus.Bot.GetAsync("student", "/register");
        var begun = Campus.Now;
        await Campus.MoveToAsync(begun.AddDays(28));
        Assert.Empty(await Campus.TasksAsync(TaskKind.LogReview));

        await Campus.MoveToAsync(begun.AddMonths(1).AddMinutes(1));
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.LogReview));
        Assert.Equal((Role.Dpo, LogReview.Log), (task.Role, task.Subject));
        Assert.Equal("""["2027-05-10","2027-06-10","2","1"]""", task.Arguments);

        (await Campus.Bot.PostAsync("dpo", $"/tasks/{task.Id}/answer", new { answer = "reviewed", reason = "Nothing odd." })).Must();
        Assert.Empty(await Campus.TasksAsync(TaskKind.LogReview));
        var entry = await Campus.ReadAsync(registry => registry.Audit.SingleAsync(row => row.Action == "log.reviewed", Ct));
        Assert.StartsWith("said:sha256:", entry.Reason, StringComparison.Ordinal);

        await Campus.MoveToAsync(begun.AddMonths(2).AddMinutes(2));
        Assert.Single(await Campus.TasksAsync(TaskKind.LogReview));
    }

    [Fact]
    [Trait("Rule", "log.followed-up")]
    public async Task Review_ByTheRoleThatThePackNames_IsAskedOfItAndShownToItAndTheDpo()
    {
        var packs = Directory.CreateTempSubdirectory("recordingbot-packs-").FullName;
        Scratch.Copy(Path.Combine(AppContext.BaseDirectory, "packs"), packs);
        await File.WriteAllTextAsync(
            Path.Combine(packs, "house.yaml"),
            "pack: house\nextends: example\nlogFollowUp: { every: P1M, by: Course-Admin, keptIn: registry, keptFor: P1Y }\n",
            Ct
        );
        await using var house = new SmallCampus(null, "--Policy:Pack=house", $"--Policy:Folder={packs}");
        await house.InitializeAsync();
        (await house.Bot.GetAsync("dpo", "/register")).Must();
        await house.AdvanceAsync(TimeSpan.FromDays(32));

        Assert.Equal(Role.CourseAdmin, Assert.Single(await house.TasksAsync(TaskKind.LogReview)).Role);
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden),
            (await OpenedAsync(house, "course-admin"), await OpenedAsync(house, "dpo"), await OpenedAsync(house, "teacher"))
        );
        Assert.Equal(HttpStatusCode.Forbidden, await OpenedAsync(Campus, "course-admin"));
        Scratch.Remove(packs);
    }

    private static async Task<HttpStatusCode> OpenedAsync(SmallCampus campus, string account)
    {
        using var browser = await campus.AtBrowserAsync(account);
        using var page = await browser.GetAsync("/access-log", Ct);
        return page.StatusCode;
    }

    [Fact]
    [Trait("Rule", "log.followed-up")]
    public async Task Accesses_OlderThanThePackSays_AreErasedAndNoOthers()
    {
        await Campus.ReadAsync(async registry =>
        {
            foreach (var days in new[] { 400, 360 })
                registry.Accesses.Add(
                    new()
                    {
                        At = Campus.Now.AddDays(-days),
                        Route = $"GET /{days}",
                        Status = 200,
                    }
                );
            return await registry.SaveChangesAsync(Ct);
        });
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(["GET /360"], await Campus.ReadAsync(registry => registry.Accesses.Select(row => row.Route).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Person_WhoLeftLongAgo_IsErased()
    {
        var id = await Campus.ReadAsync(async registry =>
        {
            var person = await registry.People.Include(row => row.Links).SingleAsync(row => row.Account == "teacher-2", Ct);
            person.LeftAt = Campus.Now.AddMonths(-7);
            await registry.SaveChangesAsync(Ct);
            return person.Id;
        });
        await Campus.WithAsync(async services =>
        {
            await services.GetRequiredService<LogEnding>().EndAsync(Campus.Now, Ct);
            return true;
        });

        var gone = await Campus.ReadAsync(registry => registry.People.Include(row => row.Links).SingleAsync(row => row.Id == id, Ct));
        Assert.Equal(($"left:{id}", null, 0), (gone.Account, gone.DisplayName, gone.Links.Count));
    }
}
