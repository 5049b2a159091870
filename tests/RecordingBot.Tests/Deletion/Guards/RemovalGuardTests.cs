using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Hosting.Campus;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Deletion.Guards;

/// <summary>
/// When something looks wrong nothing is removed until its cause is over, or two persons say so; everything else goes on (I14, design.md 4).
/// </summary>
public sealed class RemovalGuardTests() : CampusTests("--Guards:UnforecastRemovals=2", "--Guards:UnforecastShare=0")
{
    private const string Why = "The lectures were recorded in the wrong room";

    [Fact]
    public async Task Removals_MoreThanWereForeseen_PauseUntilTwoPersonsAgree()
    {
        var all = await ThreeAsync();
        await AskToDeleteAsync(all);

        // Also what was ordered before: the guard doubts all of it.
        Assert.Equal(0, await GoneAsync());
        Assert.All(await Campus.RecordingsAsync(), row => Assert.Equal(DueReason.RemovalPaused, row.NextStepReason));
        Assert.Equal(1, await Campus.CountToldAsync("dpo", "GuardTripped_removals"));

        var first = Assert.Single(await Campus.TasksAsync(TaskKind.GuardTripped));
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync("dpo", first, "release", reason: null)).Status);
        (await AnswerAsync("dpo", first, "release", Why)).Must();
        await Campus.SettleAsync();
        Assert.Equal(0, await GoneAsync());

        var second = Assert.Single(await Campus.TasksAsync(TaskKind.GuardRelease));
        Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync("dpo", second, "release", Why)).Status);
        (await AnswerAsync("course-admin", second, "release", Why)).Must();
        await Campus.SettleAsync();

        Assert.Equal(3, await GoneAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.GuardTripped));
    }

    [Fact]
    public async Task Removals_WhilePaused_HideWhatStudentsSaw()
    {
        List<Guid> all = [await Campus.PublishedAsync("Shown"), .. await ThreeAsync()];
        Assert.Single(await Campus.Canvas.AvailableAsync());

        await AskToDeleteAsync(all);

        Assert.Equal(0, await GoneAsync());
        // Gone already, where its turn came before the guard's; else it is there, and nobody sees it.
        Assert.DoesNotContain(await Campus.Canvas.AvailableAsync(), file => !file.Locked);
        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(all[0])).State);
    }

    [Fact]
    public async Task Removals_WhereTheSecondPersonDisagrees_StayPausedAndTheFirstIsAskedAgain()
    {
        await AskToDeleteAsync(await ThreeAsync());
        (await AnswerAsync("dpo", Assert.Single(await Campus.TasksAsync(TaskKind.GuardTripped)), "release", Why)).Must();
        var second = Assert.Single(await Campus.TasksAsync(TaskKind.GuardRelease));
        (await AnswerAsync("course-admin", second, "keep-paused", "It looks like a mistake")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(0, await GoneAsync());
        Assert.Single(await Campus.TasksAsync(TaskKind.GuardTripped));
    }

    [Fact]
    public async Task Release_ByOnePersonWithBothRoles_IsRefused()
    {
        await AskToDeleteAsync(await ThreeAsync());
        await Campus.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            registry.People.Single(person => person.Account == "dpo").Roles = $"{Role.Dpo} {Role.CourseAdmin}";
            return await registry.SaveChangesAsync(Ct);
        });
        (await AnswerAsync("dpo", Assert.Single(await Campus.TasksAsync(TaskKind.GuardTripped)), "release", Why)).Must();

        var again = await AnswerAsync("dpo", Assert.Single(await Campus.TasksAsync(TaskKind.GuardRelease)), "release", Why);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        await Campus.SettleAsync();
        Assert.Equal(0, await GoneAsync());
    }

    [Fact]
    public async Task TermsEnd_ThatEverybodyWasWarnedOf_GoesThrough()
    {
        await ThreeAsync();
        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddMinutes(5));

        Assert.Equal(3, await GoneAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.GuardTripped));
    }

    /// <summary>The control: under a cap that is not reached, nothing is paused.</summary>
    [Fact]
    public async Task Removals_WithinTheCap_GoAtOnce()
    {
        var all = await ThreeAsync();
        await Campus.RestartBotAsync("--Guards:UnforecastRemovals=3");
        await AskToDeleteAsync(all);

        Assert.Equal(3, await GoneAsync());
    }

    [Fact]
    public async Task Clocks_Apart_PauseRemovalUntilTheyAgree()
    {
        var id = await Campus.RecordedAsync();
        var clock = Campus.Services.GetRequiredService<MovableClock>();
        var right = clock.Offset;
        await AskToDeleteAsync([id], settle: false);
        clock.SetOffset(right + TimeSpan.FromMinutes(3));
        await RunAsync();

        Assert.NotEqual(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(Assert.Single(await Campus.TasksAsync(TaskKind.GuardTripped)).Answers);

        clock.SetOffset(right + TimeSpan.FromMinutes(1.5));
        await RunAsync();
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.TasksAsync(TaskKind.GuardTripped));
    }

    private async Task<List<Guid>> ThreeAsync()
    {
        List<Guid> all = [];
        foreach (var topic in (string[])["One", "Two", "Three"])
            all.Add(await Campus.RecordedAsync(topic));
        return all;
    }

    private async Task AskToDeleteAsync(IEnumerable<Guid> all, bool settle = true)
    {
        foreach (var id in all)
            (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        if (settle)
            await Campus.SettleAsync();
    }

    /// <summary>Runs what is due by the bot's own clock, which is not the campus's.</summary>
    private async Task RunAsync()
    {
        for (var round = 0; round < 30; round++)
        {
            foreach (var work in Campus.Services.GetServices<IDueWork>())
                await work.RunDueAsync(Ct);
        }
    }

    private async Task<int> GoneAsync() => (await Campus.RecordingsAsync()).Count(row => row.State is RecordingState.Deleted);

    private Task<Answer> AnswerAsync(string account, TaskRow task, string answer, string? reason) =>
        Campus.Bot.PostAsync(account, $"/tasks/{task.Id}/answer", new { answer, reason });
}
