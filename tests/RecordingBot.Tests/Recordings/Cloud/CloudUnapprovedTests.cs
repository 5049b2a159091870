using RecordingBot.Deletion;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings.Cloud;

/// <summary>A recording in Zoom's cloud that no decision allows there: an incident; its host is told, and it goes when nobody justifies it in time.</summary>
public sealed class CloudUnapprovedTests : CampusTests
{
    [Fact]
    public async Task Recording_WithoutDecision_GoesAWeekAfterItsHostWasTold()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(
            (RecordingState.Registered, true, EndReason.NotApproved),
            (recording.State, recording.Unexplained, recording.EndReason)
        );
        Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "CloudUnexplained"));
        Assert.Contains(recording.Warnings, warning => warning.AcceptedAt is not null);

        await Campus.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(recording.Id)).State);
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        recording = await Campus.RecordingAsync(recording.Id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Count, recording.Receipts.Count);
        Assert.All(
            recording.Receipts,
            receipt =>
                Assert.Equal(
                    ("not-approved", "not-approved", EvidenceClass.DeletedInZoom),
                    (receipt.Plan, receipt.Reason, receipt.Evidence)
                )
        );
        Assert.True(await Campus.IsCloudEmptyAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.Unexplained));
        var incident = Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording));
        Assert.Equal((recording.Id, "stopped", "deleted"), (incident.RecordingId, incident.Done, incident.Reason));
        Assert.NotNull(incident.ClosedAt);
    }

    [Fact]
    public async Task Recording_ApprovedForTheComputerOnly_GoesFromTheCloudAndStaysOnTheComputer()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.OpenCloudUnseenAsync();
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(RecordingRight.Given, (await Campus.MeetingAsync(lecture)).Right);
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromDays(8));

        var recordings = await Campus.RecordingsAsync();
        Assert.Equal(2, recordings.Count);
        var (local, cloud) = (recordings.Single(row => row.CloudUuid is null), recordings.Single(row => row.CloudUuid is not null));
        Assert.Equal((RecordingState.Registered, false), (local.State, local.Unexplained));
        Assert.Equal((RecordingState.Deleted, true, (Guid?)null), (cloud.State, cloud.Unexplained, cloud.DecisionId));
        Assert.True(Directory.Exists(Path.Combine(Campus.Recordings, local.Folder!)));
        Assert.True(await Campus.IsCloudEmptyAsync());
    }

    [Fact]
    public async Task Recording_AnsweredByDelete_GoesAtOnce()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);

        var task = Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
        (await Campus.Bot.PostAsync("teacher", $"/tasks/{task.Id}/answer", new { answer = "delete" })).Must();
        await Campus.SettleAsync();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal((RecordingState.Deleted, "owner-asked"), (recording.State, recording.Receipts[0].Plan));
        Assert.True(await Campus.IsCloudEmptyAsync());
    }
}
