using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Deletion;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings.Cloud;

/// <summary>Where pack and decision keep a recording in Zoom's cloud, it lives there like any other, and ends there with receipts.</summary>
public sealed class CloudDecidedTests() : CampusTests("--Policy:Pack=example")
{
    [Fact]
    public async Task Recording_DecidedForTheCloud_IsItsMeetingsAndEndsWithItsCourse()
    {
        var lecture = await Campus.DecidedAsync(request: Requests.InCloud());
        await Campus.HoldInCloudAsync(lecture);

        var meeting = await Campus.MeetingAsync(lecture);
        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(
            (RecordingState.Registered, false, meeting.DecisionId, lecture.Uuid, "101"),
            (recording.State, recording.Unexplained, recording.DecisionId, recording.CloudUuid, recording.CourseId)
        );
        Assert.Equal(["audio", "captions", "chat", "video"], recording.Parts.Select(part => part.Kind).Order(StringComparer.Ordinal));
        Assert.All(recording.Parts, part => Assert.Equal(CopyPlace.ZoomCloud, Assert.Single(part.Copies).Place));
        var seen = (await Campus.Bot.GetAsync("teacher", $"/recordings/{recording.Id}")).Must().Json.GetProperty("parts");
        Assert.All(seen.EnumerateArray(), part => Assert.Equal(System.Text.Json.JsonValueKind.Null, part.GetProperty("sha256").ValueKind));
        Assert.Empty(await Campus.TasksAsync(TaskKind.Unexplained));

        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(end.AddMinutes(5));

        recording = await Campus.RecordingAsync(recording.Id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Count, recording.Receipts.Count);
        Assert.All(
            recording.Receipts,
            receipt =>
                Assert.Equal(
                    (CopyPlace.ZoomCloud, EvidenceClass.DeletedInZoom, AbsenceCheck.ZoomReadBack, "course-lifetime"),
                    (receipt.Place, receipt.Evidence, receipt.CheckedBy, receipt.Plan)
                )
        );
        var signer = Campus.Services.GetRequiredService<ReceiptSigner>();
        Assert.All(recording.Receipts, receipt => Assert.True(signer.IsGenuine(receipt)));
        Assert.True(await Campus.IsCloudEmptyAsync());
    }

    [Fact]
    public async Task Recording_InTheCloud_CannotBePublishedFromThere()
    {
        var recording = await RecordedAsync();

        var answer = await Campus.Bot.PutAsync("teacher", $"/recordings/{recording.Id}/publication");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
    }

    [Fact]
    public async Task Recording_ThatItsHostThrewAway_IsTakenOutOfTheTrash()
    {
        var lecture = await Campus.DecidedAsync(request: Requests.InCloud());
        await Campus.HoldInCloudAsync(lecture);
        await Campus.Zoom.InCloudAsync(lecture, "trash");
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        var recording = await Campus.CloudRecordingAsync();
        Assert.Equal(RecordingState.Registered, recording.State);

        recording = await DeleteAsync(recording);

        Assert.All(recording.Receipts, receipt => Assert.Equal(EvidenceClass.DeletedInZoom, receipt.Evidence));
        Assert.True(await Campus.IsCloudEmptyAsync());
    }

    [Fact]
    public async Task Recording_ThatItsHostDeleted_IsNeverTakenForGoneBeforeItsEnd()
    {
        var lecture = await Campus.DecidedAsync(request: Requests.InCloud());
        await Campus.HoldInCloudAsync(lecture);
        await Campus.Zoom.InCloudAsync(lecture, "delete");
        await Campus.Zoom.InCloudAsync(lecture, "delete");
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        var recording = await Campus.CloudRecordingAsync();
        Assert.Equal(RecordingState.Registered, recording.State);
        Assert.All(recording.Parts, part => Assert.Equal(CopyState.Present, part.Copies.Single().State));

        recording = await DeleteAsync(recording);

        Assert.All(recording.Receipts, receipt => Assert.Equal(EvidenceClass.AbsentFromZoom, receipt.Evidence));
        Assert.True(await Campus.IsCloudEmptyAsync());
    }

    [Fact]
    public async Task Deletion_OfAFileThatNobodyHadToldOf_IsReceiptedToo()
    {
        var lecture = await Campus.DecidedAsync(request: Requests.InCloud());
        await Campus.BeginAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));
        await Campus.Zoom.BreakAsync("webhooks-lost");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(40));
        var recording = await Campus.CloudRecordingAsync();
        Assert.DoesNotContain(recording.Parts, part => part.Kind == "captions");

        recording = await DeleteAsync(recording);

        Assert.Contains(recording.Parts, part => part.Kind == "captions");
        Assert.Equal(recording.Parts.Count, recording.Receipts.Count);
        // Known before anything went, so none of them was found gone.
        Assert.All(recording.Receipts, receipt => Assert.Equal(EvidenceClass.DeletedInZoom, receipt.Evidence));
    }

    [Fact]
    public async Task Deletion_WhileZoomFails_KeepsAndIsDoneThen()
    {
        var recording = await RecordedAsync();
        await Campus.Zoom.BreakAsync("token-401");
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{recording.Id}")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(3));
        recording = await Campus.RecordingAsync(recording.Id);
        Assert.NotEqual(RecordingState.Deleted, recording.State);
        Assert.Empty(recording.Receipts);
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));

        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(recording.Id)).State);
        Assert.True(await Campus.IsCloudEmptyAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
    }

    [Fact]
    public async Task Deletion_WhileItIsHeld_Waits()
    {
        var recording = await RecordedAsync();
        var hold = new { reason = "A complaint is open.", reviewOn = DateOnly.FromDateTime(Campus.Now.UtcDateTime).AddDays(200) };
        (await Campus.Bot.PutAsync("dpo", $"/recordings/{recording.Id}/hold", hold)).Must();

        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddDays(1));

        Assert.NotEqual(RecordingState.Deleted, (await Campus.RecordingAsync(recording.Id)).State);
        Assert.False((await Campus.Zoom.CloudAsync()).Single().Is("deleted"));
    }

    [Fact]
    public async Task Meeting_HeldTwiceUnderOneNumber_IsTwoRecordings()
    {
        var lecture = await Campus.DecidedAsync(request: Requests.InCloud());
        await Campus.HoldInCloudAsync(lecture);
        await Campus.Zoom.StartAsync(lecture);
        await Campus.OpenCloudUnseenAsync();
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        var recordings = await Campus.RecordingsAsync();
        Assert.Equal(2, recordings.Select(row => row.CloudUuid).Distinct().Count());
        Assert.Equal(2, recordings.Select(row => row.MeetingId).Distinct().Count());
        // The decision was for the first time that it was held.
        Assert.Equal([false, true], recordings.Select(row => row.Unexplained));

        await DeleteAsync(recordings[1]);
        Assert.Equal([false, true], (await Campus.Zoom.CloudAsync()).Select(one => one.Is("deleted")));
    }

    [Fact]
    public async Task Unexplained_JustifiedByADecisionForTheCloud_Stays()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);
        Assert.True((await Campus.CloudRecordingAsync()).Unexplained);

        Assert.Equal("approved", await Campus.DecideAsync(lecture, Requests.InCloud()));
        await Campus.AdvanceAsync(TimeSpan.FromDays(9));

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(
            (RecordingState.Registered, false, EndReason.CourseCloses),
            (recording.State, recording.Unexplained, recording.EndReason)
        );
        Assert.Equal("justified", Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording)).Reason);
    }

    [Fact]
    public async Task Unexplained_AfterADecisionForTheComputer_StaysUnexplained()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);

        Assert.Equal("approved", await Campus.DecideAsync(lecture));

        Assert.True((await Campus.CloudRecordingAsync()).Unexplained);
    }

    private async Task<RecordingRow> RecordedAsync()
    {
        var lecture = await Campus.DecidedAsync(request: Requests.InCloud());
        await Campus.HoldInCloudAsync(lecture);
        return await Campus.CloudRecordingAsync();
    }

    private async Task<RecordingRow> DeleteAsync(RecordingRow recording)
    {
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{recording.Id}")).Must();
        await Campus.SettleAsync();
        var deleted = await Campus.RecordingAsync(recording.Id);
        Assert.Equal(RecordingState.Deleted, deleted.State);
        return deleted;
    }
}
