using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Registry;

/// <summary>The process dies after a step has acted and before that is recorded. Started again, it goes on, and what was done is done once (I5).</summary>
public sealed class CrashTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every step of a published lecture's life. A message in a meeting's chat can't be taken back, so that one may be there twice.</summary>
    public static TheoryData<Step> Steps =>
        [
            Step.PublishNotice,
            Step.GiveRight,
            Step.PostNotice,
            Step.TakeRight,
            Step.Publish,
            Step.Unpublish,
            Step.Warn,
            Step.OrderDeletion,
            Step.DeleteCopy,
            Step.Verify,
        ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Process_DyingAfterAStepHasActed_GoesOnToOneEffect(Step step)
    {
        using var death = new Death(step);
        await using var campus = new SmallCampus(death.Into) { Alive = death.Token };
        await campus.InitializeAsync();

        var lecture = await campus.PlanAsync();
        await SurviveAsync(campus, death, () => campus.DecideAsync(lecture));
        await SurviveAsync(campus, death, () => campus.BeginAsync(lecture), again: campus.SettleAsync);
        (await campus.Zoom.RecordAsync(lecture)).Must();
        await SurviveAsync(campus, death, () => campus.MoveToAsync(lecture.EndsAt));
        await SurviveAsync(campus, death, () => campus.EndAsync(lecture), again: campus.SettleAsync);
        await SurviveAsync(campus, death, campus.FindAsync);
        var id = Assert.Single(await campus.RecordingsAsync()).Id;
        await SurviveAsync(campus, death, () => PublishAsync(campus, id));
        Assert.Single(await campus.Canvas.AvailableAsync());
        Assert.Single(await campus.Canvas.ModuleItemsAsync());
        var end = await campus.Canvas.EndsAtAsync();
        await SurviveAsync(campus, death, () => UnpublishAsync(campus, id));
        Assert.Empty(await campus.Canvas.ModuleItemsAsync());
        await SurviveAsync(campus, death, () => campus.MoveToAsync(end.AddMinutes(10)));

        Assert.True(death.HasStruck);
        await AssertOnceAsync(campus, id, lecture);
    }

    /// <summary>Lets something happen; when the process dies of it, starts it again and lets the rest happen.</summary>
    private static async Task SurviveAsync(SmallCampus campus, Death death, Func<Task> act, Func<Task>? again = null)
    {
        var alive = !death.HasStruck;
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (alive && death.HasStruck)
        {
            campus.Alive = CancellationToken.None;
            await campus.StopBotAsync();
            await campus.StartBotAsync();
            // Where others could be at work too, what the dead one had claimed is left alone until they know: by its connection, or its lease.
            if (campus.OnPostgres)
                await campus.AdvanceAsync(Leases.Length);
            await AssertOpenIntentAsync(campus);
            await (again ?? act)();
        }
    }

    private static async Task AssertOpenIntentAsync(SmallCampus campus) =>
        Assert.Equal(1, await campus.ReadAsync(registry => registry.Intents.CountAsync(row => row.Outcome == null, Ct)));

    private static async Task PublishAsync(SmallCampus campus, Guid id)
    {
        await campus.AskToPublishAsync(id);
        await campus.SettleAsync();
    }

    private static async Task UnpublishAsync(SmallCampus campus, Guid id)
    {
        (await campus.Bot.DeleteAsync("teacher", $"/recordings/{id}/publication")).Must();
        await campus.SettleAsync();
    }

    private static async Task AssertOnceAsync(SmallCampus campus, Guid id, Lecture lecture)
    {
        var recording = await campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Sum(part => part.Copies.Count), recording.Receipts.Count);
        Assert.Equal(1, await campus.ReadAsync(registry => registry.DeletionOrders.CountAsync(Ct)));
        Assert.Equal(1, await campus.ReadAsync(registry => registry.Notices.CountAsync(Ct)));
        Assert.Equal(6, recording.Warnings.Count);
        Assert.InRange((await campus.Zoom.ChatAsync(lecture)).Length, 1, 2);
        Assert.False(await campus.Zoom.MayRecordAsync());
        Assert.Empty(await campus.Canvas.AvailableAsync());
        Assert.Equal(1, (await campus.Canvas.FilesAsync()).Count(file => file.State == "deleted"));
        Assert.Empty(await campus.TasksAsync(TaskKind.StepFails));
        foreach (var told in new[] { "RightGiven", "RightTaken", "Published", "Unpublished", "Deleted" })
            Assert.Equal(1, await campus.CountToldAsync("teacher", told));
    }
}
