using System.Net;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Rights;

/// <summary>Publication that everyone who was recorded agrees to, and what a withdrawal does to it (<c>consent.withdrawable</c>).</summary>
public sealed class WithdrawalTests : CampusTests
{
    [Fact]
    [Trait("Rule", "publication.agreed")]
    public async Task Publication_UntilEveryoneRecordedHasAgreed_IsRefusedAndSaysHowManyHave()
    {
        var (lecture, id) = await RecordedAsync("Anna Berg", "Bo Ek");
        var none = await PublishAsync(id);
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", publication: "yes");
        var one = await PublishAsync(id);
        await (await ComesAsync(lecture)).AnswerAsync("Bo Ek", publication: "yes");

        var all = await PublishAsync(id);
        await Campus.SettleAsync();

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.OK), (none.Status, one.Status, all.Status));
        Assert.Contains("1 of 2", one.Text, StringComparison.Ordinal);
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    [Trait("Rule", "publication.agreed")]
    public async Task Publication_WhereNobodyWasSeen_IsRefused()
    {
        var (_, id) = await RecordedAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await PublishAsync(id)).Status);
    }

    [Fact]
    [Trait("Rule", "publication.agreed")]
    public async Task Publication_RefusedByOneWhoNeverAgreed_IsNoWithdrawal()
    {
        var (lecture, id) = await RecordedAsync("Anna Berg");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", publication: "no");

        Assert.False((await Campus.RecordingAsync(id)).Restricted);
        Assert.Equal(HttpStatusCode.Conflict, (await PublishAsync(id)).Status);
    }

    [Fact]
    [Trait("Rule", "publication.internet")]
    public async Task Publication_InAPublicCourse_TakesTheConsentOfEveryoneRecorded()
    {
        await Campus.Canvas.OpenToAllAsync(true);
        await Campus.Zoom.ReadRightsLiveAsync();
        var request = Requests.Consented("101");
        request["meeting"]!["kind"] = "research";
        var lecture = await Campus.PlanAsync();
        Assert.Equal("approved", await Campus.DecideAsync(lecture, request));
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna Berg");
        var anna = await ComesAsync(lecture);
        Assert.Contains("being open to everyone on the internet", await anna.ReadAsync(), StringComparison.Ordinal);
        await anna.AnswerAsync("Anna Berg", recording: "yes");
        var id = await FinishAsync(lecture);

        var before = await PublishAsync(id);
        await anna.AnswerAsync(null, publication: "yes");
        var after = await PublishAsync(id);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (before.Status, after.Status));
    }

    [Fact]
    [Trait("Rule", "consent.withdrawable")]
    public async Task Withdrawal_OfAPublishedRecording_TakesItFromTheCourseAtOnceAndKeepsItAway()
    {
        var (lecture, id, anna) = await PublishedAsync();
        var file = Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.True(await Campus.Canvas.StudentOpensAsync(file.Id));

        await anna.AnswerAsync(null, publication: "no");

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Unpublished, true, false), (recording.State, recording.Restricted, recording.Visible));
        Assert.False(await Campus.Canvas.StudentOpensAsync(file.Id));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "ConsentWithdrawn"));
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.Withdrawal));
        var seen = (await Campus.Bot.GetAsync("dpo", "/tasks")).Items;
        Assert.Contains(seen, one => one.GetProperty("id").GetGuid() == task.Id);
        Assert.NotNull(lecture);
    }

    [Fact]
    [Trait("Rule", "consent.withdrawable")]
    public async Task Withdrawal_WhosePartIsRemoved_IsSettledByTheFileAndItsRecorder()
    {
        var (_, id, anna) = await PublishedAsync();
        var old = Assert.Single(await Campus.Canvas.AvailableAsync());
        await anna.AnswerAsync(null, publication: "no");
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.Withdrawal));

        var officer = await AnswerAsync("dpo", task, "redacted");
        var unchanged = await AnswerAsync("teacher", task, "redacted");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (officer.Status, unchanged.Status));
        Assert.Contains("The recording’s file is the same", unchanged.Text, StringComparison.Ordinal);
        await Campus.RewriteAsync(id);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
        (await AnswerAsync("teacher", task, "redacted")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        var recording = await Campus.RecordingAsync(id);
        var fresh = Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Equal((RecordingState.Published, false), (recording.State, recording.Restricted));
        Assert.Equal(recording.MainVideo()!.Sha256, fresh.Sha256);
        Assert.NotEqual(old.Sha256, fresh.Sha256);
        Assert.Empty(await Campus.TasksAsync(TaskKind.Withdrawal));
    }

    [Fact]
    [Trait("Rule", "consent.withdrawable")]
    public async Task Withdrawal_ThatIsSettled_LeavesAnothersRefusalStanding()
    {
        var (lecture, id) = await RecordedAsync("Anna Berg", "Bo Ek");
        var anna = await ComesAsync(lecture);
        await anna.AnswerAsync("Anna Berg", publication: "yes");
        await (await ComesAsync(lecture)).AnswerAsync("Bo Ek", publication: "no");
        await anna.AnswerAsync(null, publication: "no");
        await Campus.RewriteAsync(id);

        (await AnswerAsync("teacher", Assert.Single(await Campus.TasksAsync(TaskKind.Withdrawal)), "redacted")).Must();
        await Campus.SettleAsync();

        var refused = await PublishAsync(id);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("0 of 1", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "consent.withdrawable")]
    public async Task Withdrawal_OfASecondPerson_IsNotSettledByRemovingTheFirst()
    {
        var (lecture, id) = await RecordedAsync("Anna Berg", "Bo Ek");
        var (anna, bo) = (await ComesAsync(lecture), await ComesAsync(lecture));
        await anna.AnswerAsync("Anna Berg", publication: "yes");
        await bo.AnswerAsync("Bo Ek", publication: "yes");
        await anna.AnswerAsync(null, publication: "no");
        await Campus.RewriteAsync(id);
        await bo.AnswerAsync(null, publication: "no");

        var answer = await AnswerAsync("teacher", Assert.Single(await Campus.TasksAsync(TaskKind.Withdrawal)), "redacted");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True((await Campus.RecordingAsync(id)).Restricted);
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "ConsentWithdrawn"));
    }

    [Fact]
    [Trait("Rule", "consent.withdrawable")]
    public async Task Withdrawal_AnsweredByDeleting_DeletesTheRecording()
    {
        var (_, id, anna) = await PublishedAsync();
        await anna.AnswerAsync(null, publication: "no");
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.Withdrawal));

        (await AnswerAsync("teacher", task, "delete")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.TasksAsync(TaskKind.Withdrawal));
    }

    [Fact]
    [Trait("Rule", "consent.specific")]
    public async Task Agreement_WhenThePublicationChangesAfterTheMeeting_IsAskedForAnew()
    {
        var (lecture, id, anna) = await PublishedAsync();
        var chat = (await Campus.Zoom.ChatAsync(lecture)).Length;
        var request = Requests.Agreed();
        request["availability"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "kind": "for", "duration": "P60D" }""");

        await Campus.DecideAsync(lecture, request);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        var posts = await Campus.Zoom.ChatAsync(lecture);
        Assert.Equal(chat + 1, posts.Length);
        Assert.Contains("The information about the recording has changed (how long", posts[^1], StringComparison.Ordinal);
        await anna.AnswerAsync(null, publication: "yes");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
    }

    private async Task<(Lecture Lecture, Guid Id)> RecordedAsync(params string[] people)
    {
        var lecture = await Campus.PlanAsync();
        Assert.Equal("approved", await Campus.DecideAsync(lecture, Requests.Agreed()));
        await Campus.BeginAsync(lecture);
        foreach (var name in people)
            await Campus.Zoom.JoinAsync(lecture, name);
        return (lecture, await FinishAsync(lecture));
    }

    private async Task<Guid> FinishAsync(Lecture lecture)
    {
        await Campus.SettleAsync();
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        await Campus.MoveToAsync(lecture.EndsAt);
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        return Assert.Single(await Campus.RecordingsAsync()).Id;
    }

    /// <summary>In its course, with the agreement of the one who was recorded.</summary>
    private async Task<(Lecture Lecture, Guid Id, Participant Anna)> PublishedAsync()
    {
        var (lecture, id) = await RecordedAsync("Anna Berg");
        var anna = await ComesAsync(lecture);
        await anna.AnswerAsync("Anna Berg", publication: "yes");
        await Campus.AskToPublishAsync(id);
        await Campus.SettleAsync();
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        return (lecture, id, anna);
    }

    private async Task<Participant> ComesAsync(Lecture lecture) => new(Campus, await Campus.NoticeLinkAsync(lecture));

    private Task<Answer> PublishAsync(Guid id) => Campus.Bot.PutAsync("teacher", $"/recordings/{id}/publication");

    private Task<Answer> AnswerAsync(string account, TaskRow task, string answer) =>
        Campus.Bot.PostAsync(account, $"/tasks/{task.Id}/answer", new { answer });
}
