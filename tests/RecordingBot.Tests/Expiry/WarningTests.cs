using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Expiry;

/// <summary>People are warned in time, few times, truthfully (design.md 4).</summary>
public sealed class WarningTests : CampusTests
{
    private static readonly long[] Moments = [30, 7, 1];

    [Fact]
    public async Task Warnings_OfOneEnd_AreGivenOnceEachToEveryoneConcerned()
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();

        await Campus.MoveToAsync(end.AddHours(-1));

        var warnings = (await Campus.RecordingAsync(id)).Warnings;
        Assert.All(warnings, warning => Assert.Equal(end, warning.EndsAt));
        Assert.All(warnings, warning => Assert.NotNull(warning.AcceptedAt));
        var told = warnings.GroupBy(warning => warning.BeforeSeconds).OrderByDescending(group => group.Key).ToList();
        Assert.Equal(Moments, told.Select(group => group.Key / 86400));
        var people = await ConcernedAsync();
        Assert.All(told, group => Assert.Equal(people, group.Select(warning => warning.PersonId).Order()));
        Assert.All(
            warnings,
            warning =>
                Assert.InRange(
                    warning.At,
                    warning.EndsAt.AddSeconds(-warning.BeforeSeconds),
                    warning.EndsAt.AddSeconds(-warning.BeforeSeconds).AddMinutes(1)
                )
        );
        Assert.Equal(3, await Campus.CountToldAsync("teacher", "Ending"));
        Assert.Equal(3, await Campus.CountToldAsync("teacher-2", "Ending"));
        Assert.Equal(0, await Campus.CountToldAsync("student", "Ending"));
    }

    [Fact]
    public async Task Warnings_WhileCanvasFails_ComeOnceItDoesNot()
    {
        var id = await Campus.RecordedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(end.AddDays(-30).AddMinutes(-1));
        await Campus.Canvas.BreakAsync("status-500");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Empty((await Campus.RecordingAsync(id)).Warnings);
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));

        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await Campus.RecordingAsync(id)).Warnings.Count);
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
    }

    [Fact]
    public async Task Warnings_AfterTheBotWasAwayForTwoOfThem_AreTheOneThatIsTrueNow()
    {
        var id = await Campus.RecordedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.StopBotAsync();
        Campus.SetClock(end.AddDays(-6));
        await Campus.StartBotAsync();
        await Campus.SettleAsync();

        Assert.Equal([7 * 86400L], (await Campus.RecordingAsync(id)).Warnings.Select(warning => warning.BeforeSeconds).Distinct());
    }

    [Fact]
    public async Task Warnings_WhereNobodyIsKnown_AreACourseAdminsTask()
    {
        var id = await Campus.RecordedAsync();
        await Campus.ReadAsync(async registry =>
        {
            await registry.Recordings.ExecuteUpdateAsync(set => set.SetProperty(row => row.RecorderId, (Guid?)null), Ct);
            return true;
        });
        await Campus.Canvas.RemoveTeachersAsync();
        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddDays(-29));

        Assert.Single(await Campus.TasksAsync(TaskKind.Unreachable));
        Assert.Equal("task", Assert.Single((await Campus.RecordingAsync(id)).Warnings).Channel);
        Assert.Single((await Campus.Bot.GetAsync("course-admin", "/tasks")).Must().Items);
    }

    [Fact]
    public async Task Warnings_OfACourseMovedLater_AreGivenAnewForTheNewEnd()
    {
        var id = await Campus.PublishedAsync();
        var first = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(first.AddHours(-12));
        var second = first.AddDays(60);
        await Campus.Canvas.EndAtAsync(second);

        await Campus.MoveToAsync(first.AddDays(1));
        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Published, second), (recording.State, recording.EndsAt));
        Assert.True(await Campus.Canvas.StudentOpensAsync(long.Parse(recording.CanvasFileId!)));

        await Campus.MoveToAsync(second.AddHours(-1));
        recording = await Campus.RecordingAsync(id);
        Assert.Equal(
            Moments,
            recording
                .Warnings.Where(warning => warning.EndsAt == second)
                .Select(warning => warning.BeforeSeconds / 86400)
                .Distinct()
                .OrderDescending()
        );

        await Campus.MoveToAsync(second.AddHours(1));
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    private Task<List<Guid?>> ConcernedAsync() =>
        Campus.ReadAsync(registry =>
            registry
                .People.Where(row => row.Account == "teacher" || row.Account == "teacher-2")
                .Select(row => (Guid?)row.Id)
                .OrderBy(id => id)
                .ToListAsync(Ct)
        );
}
