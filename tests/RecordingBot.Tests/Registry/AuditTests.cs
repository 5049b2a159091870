using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Registry;

/// <summary>Every state change has its audit entry in the same transaction (I7).</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private readonly AuditWatch watch = new();
    private readonly SmallCampus campus;

    public AuditTests() => campus = new(watch.Into);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => campus.InitializeAsync();

    public ValueTask DisposeAsync() => campus.DisposeAsync();

    [Fact]
    public async Task StateChanges_OfAWholeLife_AreSavedWithTheirEntries()
    {
        var id = await campus.PublishedAsync();
        campus.Leave(campus.Now.AddHours(-5), "Corridor talk");
        await campus.FindAsync();
        var reviewOn = DateOnly.FromDateTime(campus.Now.AddDays(60).UtcDateTime).ToString("O");
        (await campus.Bot.PutAsync("dpo", $"/recordings/{id}/hold", new { reason = "A complaint is being looked into.", reviewOn })).Must();
        (await campus.Bot.DeleteAsync("dpo", $"/recordings/{id}/hold")).Must();
        (await campus.Bot.DeleteAsync("teacher", $"/recordings/{id}/publication")).Must();
        await campus.SettleAsync();
        await campus.MoveToAsync((await campus.Canvas.EndsAtAsync()).AddMinutes(5));

        Assert.Equal(RecordingState.Deleted, (await campus.RecordingAsync(id)).State);
        Assert.Empty(watch.Missing);
        Assert.InRange(watch.Changes, 30, int.MaxValue);
    }

    [Fact]
    public async Task StateChange_WithoutEntry_IsSeenByThisWatch()
    {
        await campus.PlanAsync();
        await campus.ReadAsync(async registry =>
        {
            (await registry.Meetings.SingleAsync(Ct)).Right = RecordingRight.Given;
            return await registry.SaveChangesAsync(Ct);
        });

        Assert.Equal(["MeetingRow.Right"], watch.Missing);
    }

    [Theory]
    [InlineData("decision.made")]
    [InlineData("notice.published")]
    [InlineData("meeting.right-given")]
    [InlineData("step.give-right")]
    public async Task Decision_WhoseEntryCanNotBeSaved_LeavesNeitherAndComesLater(string action)
    {
        var lecture = await campus.PlanAsync();
        watch.FailsAt = action;
        await CatchAsync(() => campus.DecideAsync(lecture));

        var meeting = await campus.MeetingAsync(lecture);
        Assert.Equal(RecordingRight.None, meeting.Right);
        Assert.Equal(action == "decision.made", meeting.DecisionId is null);
        Assert.Equal(action is "decision.made" or "notice.published", await campus.NoticeAsync(lecture) is null);
        Assert.Equal(0, await CountAsync(action));

        watch.FailsAt = null;
        await campus.DecideAsync(lecture);
        await campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(RecordingRight.Given, (await campus.MeetingAsync(lecture)).Right);
        Assert.Equal(1, await CountAsync(action));
    }

    [Theory]
    [InlineData("publication.wanted")]
    [InlineData("recording.published")]
    public async Task Publication_WhoseEntryCanNotBeSaved_LeavesNeitherAndComesLater(string action)
    {
        var id = await campus.RecordedAsync();
        watch.FailsAt = action;
        await CatchAsync(() => campus.AskToPublishAsync(id));
        await campus.SettleAsync();

        var recording = await campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Registered, recording.State);
        Assert.Equal(action != "publication.wanted", recording.PublicationWanted);
        Assert.Equal(0, await CountAsync(action));

        watch.FailsAt = null;
        await campus.AskToPublishAsync(id);
        await campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(RecordingState.Published, (await campus.RecordingAsync(id)).State);
        Assert.Equal(1, await CountAsync(action));
        Assert.Single(await campus.Canvas.ModuleItemsAsync());
    }

    [Fact]
    public async Task Audit_OfALife_NamesNobodyAndNothingThatWasSaid()
    {
        await campus.PublishedAsync("Linjär algebra");

        var entries = await campus.ReadAsync(registry => registry.Audit.AsNoTracking().ToListAsync(Ct));
        Assert.NotEmpty(entries);
        Assert.All(
            entries,
            entry =>
            {
                var text = string.Join(' ', entry.Actor, entry.Action, entry.Subject, entry.Before, entry.After, entry.Reason);
                Assert.DoesNotContain("algebra", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Teacher", text, StringComparison.Ordinal);
                Assert.DoesNotContain("derivations", text, StringComparison.Ordinal);
            }
        );
    }

    private Task<int> CountAsync(string action) => campus.ReadAsync(registry => registry.Audit.CountAsync(row => row.Action == action, Ct));

    /// <summary>The person at the door is told that it failed.</summary>
    private static async Task CatchAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (HttpRequestException failure) when (failure.Message.StartsWith("500", StringComparison.Ordinal)) { }
    }
}
