using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Deletion;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings;

/// <summary>What Zoom leaves on the computer is in transit where the decision keeps it elsewhere (<c>storage.approved</c>).</summary>
public sealed class TransitTests : BorasTests
{
    [Fact]
    [Trait("Rule", "storage.approved")]
    public async Task File_ToBeKeptElsewhere_IsATaskWithItsLastMomentUntilItHasMoved()
    {
        var recording = await Campus.RecordedAsync(request: OnF());

        var task = Assert.Single(await Campus.TasksAsync(TaskKind.MoveFile));
        Assert.InRange(task.DueAt!.Value, task.Since.AddDays(1).AddSeconds(-5), task.Since.AddDays(1).AddSeconds(5));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "FileInTransit"));

        (await AnswerAsync(task, "moved")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Empty(await Campus.TasksAsync(TaskKind.MoveFile));
        Assert.Empty(await IncidentsAsync());
        Assert.All(
            (await Campus.RecordingAsync(recording)).Parts,
            part => Assert.Contains(part.Copies, copy => (copy.Place, copy.Locator) == ("approved-system", "F"))
        );
    }

    [Fact]
    [Trait("Rule", "storage.approved")]
    public async Task File_StillThereWhenItsTimeIsUp_IsAnIncidentAndAReminderUntilTheAgentSeesItGone()
    {
        var recording = await Campus.RecordedAsync(request: OnF());
        await Campus.AdvanceAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10));

        Assert.Null(Assert.Single(await IncidentsAsync()).ClosedAt);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "FileNotMoved"));

        await Campus.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Single(await IncidentsAsync());
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "FileNotMoved"));

        Scratch.Remove(Path.Combine(Campus.Recordings, (await Campus.RecordingAsync(recording)).Folder!));
        await Campus.AdvanceAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(20));

        Assert.Empty(await Campus.TasksAsync(TaskKind.MoveFile));
        Assert.NotNull(Assert.Single(await IncidentsAsync()).ClosedAt);
    }

    [Fact]
    [Trait("Rule", "retention.irreversible")]
    public async Task Deletion_OfWhatWasMoved_WaitsForThePersonWhoAloneCanRemoveIt()
    {
        var recording = await Campus.RecordedAsync(request: OnF());
        (await AnswerAsync(Assert.Single(await Campus.TasksAsync(TaskKind.MoveFile)), "moved")).Must();

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{recording}")).Must();
        await Campus.SettleAsync();
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.NotEqual(RecordingState.Deleted, (await Campus.RecordingAsync(recording)).State);
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.RemoveMoved));

        (await AnswerAsync(task, "removed")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        var gone = await Campus.RecordingAsync(recording);
        Assert.Equal(RecordingState.Deleted, gone.State);
        Assert.Equal(
            gone.Parts.Count,
            gone.Receipts.Count(receipt => (receipt.Place, receipt.Evidence) == ("approved-system", EvidenceClass.StatedByPerson))
        );
    }

    [Fact]
    public async Task File_ThatStaysOnTheComputer_IsNotInTransit()
    {
        await Campus.RecordedAsync(request: Lecture());

        Assert.Empty(await Campus.TasksAsync(TaskKind.MoveFile));
    }

    [Fact]
    public async Task File_WithoutTheRule_IsNotInTransit()
    {
        await using var lund = new SmallCampus(null, "--Policy:Pack=base");
        await lund.InitializeAsync();
        await lund.RecordedAsync(request: OnF());

        Assert.Empty(await lund.TasksAsync(TaskKind.MoveFile));
    }

    private static JsonObject OnF() => With("storage", """{ "place": "approved-system", "name": "F", "country": "SE" }""");

    private Task<Answer> AnswerAsync(TaskRow task, string answer) =>
        Campus.Bot.PostAsync("teacher", $"/tasks/{task.Id}/answer", new { answer });

    private Task<List<IncidentRow>> IncidentsAsync() =>
        Campus.ReadAsync(registry => registry.Incidents.Where(row => row.Kind == IncidentKind.NotMoved).ToListAsync(Ct));
}
