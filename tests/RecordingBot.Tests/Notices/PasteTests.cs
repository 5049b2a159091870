using System.Net;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Notices;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Notices;

/// <summary>Where the bot can't write in a meeting's chat the host pastes the notice and says so; what nobody pastes is an incident.</summary>
public sealed class PasteTests : CampusTests
{
    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task Meeting_WithoutChat_HasItsHostAskedForTheText()
    {
        var lecture = await AskedAsync();

        var asked = Assert.Single(await Campus.ToldAsync("teacher"), text => text.Contains("Paste this into it", StringComparison.Ordinal));
        var toPaste = (await SeenAsync(lecture)).GetProperty("notice").GetProperty("toPaste").GetString()!;
        Assert.Contains(toPaste, asked, StringComparison.Ordinal);
        Assert.Contains((await Campus.NoticeLinkAsync(lecture)).AbsoluteUri, toPaste, StringComparison.Ordinal);
        Assert.InRange(toPaste.Length, 100, 999);
        var task = Assert.Single((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items, IsPaste);
        Assert.Equal("pasted", Assert.Single(task.GetProperty("answers").EnumerateArray()).GetString());
        Assert.DoesNotContain((await Campus.Bot.GetAsync("teacher-2", "/tasks")).Must().Items, IsPaste);
        Assert.Empty(await IncidentsAsync());
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task Meeting_WhoseChatRefusesTheBot_HasItsHostAskedToo()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.Zoom.BreakAsync("chat-refused");
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "PasteNotice"));

        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));

        // The bot got there first: nobody has to paste anything.
        Assert.Single(await Campus.Zoom.ChatAsync(lecture));
        Assert.Empty(await Campus.TasksAsync(TaskKind.PasteNotice));
        Assert.Equal(HttpStatusCode.Conflict, (await ConfirmAsync(lecture)).Status);
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task Confirmation_IsKeptWithWhoWhenAndTheTextsHash()
    {
        var lecture = await AskedAsync();
        await Campus.RestartBotAsync();

        var first = (await ConfirmAsync(lecture)).Must().Json.GetProperty("notice");
        (await ConfirmAsync(lecture)).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(3));

        var (meeting, notice) = (await Campus.MeetingAsync(lecture), (await Campus.NoticeAsync(lecture))!);
        var teacher = await Campus.ReadAsync(registry => registry.People.SingleAsync(row => row.Account == "teacher", Ct));
        var post = await Campus.ReadAsync(registry => registry.NoticePosts.SingleAsync(Ct));
        Assert.Equal((NoticeChannel.HostPasted, teacher.Id, notice.Id), (post.Channel, post.ByPersonId, post.NoticeId));
        Assert.Equal(post.At, notice.PostedAt);
        var entry = await Campus.ReadAsync(registry => registry.Audit.SingleAsync(row => row.Action == "notice.pasted", Ct));
        Assert.Equal((Subject.Meeting(meeting.Id), $"notice:{notice.Id} sha256:{notice.Sha256}"), (entry.Subject, entry.After));
        var coverage = first.GetProperty("coverage");
        Assert.Equal((1, 1), (coverage.GetProperty("present").GetInt32(), coverage.GetProperty("reached").GetInt32()));
        Assert.Equal(NoticeChannel.HostPasted, coverage.GetProperty("channels")[0].GetProperty("channel").GetString());
        Assert.False(first.TryGetProperty("toPaste", out var left) && left.ValueKind is not System.Text.Json.JsonValueKind.Null);
        Assert.Empty(await Campus.TasksAsync(TaskKind.PasteNotice));
        Assert.Empty(await IncidentsAsync());
        Assert.Equal(0, await Campus.CountToldAsync("teacher", "AskToStop"));
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task Confirmation_ThatDoesNotCome_IsAnIncidentUntilItDoes()
    {
        var lecture = await AskedAsync();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(60));
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(("notice-not-posted", "no-meeting-chat", null), (incident.Kind, incident.Reason, incident.ClosedAt));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "AskToStop"));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "PasteNotice"));

        var task = Assert.Single((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items, IsPaste).GetProperty("id").GetGuid();
        (await Campus.Bot.PostAsync("teacher", $"/tasks/{task}/answer", new { answer = "pasted" })).Must();

        Assert.NotNull(Assert.Single(await IncidentsAsync()).ClosedAt);
        Assert.NotNull((await Campus.NoticeAsync(lecture))!.PostedAt);
    }

    [Fact]
    public async Task Confirmation_ByAnotherThanTheHost_IsNotTaken()
    {
        var lecture = await AskedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(lecture, "student")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ConfirmAsync(lecture, "dpo")).Status);
        Assert.Null((await Campus.NoticeAsync(lecture))!.PostedAt);
        Assert.Single(await Campus.TasksAsync(TaskKind.PasteNotice));
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task LateJoiners_AfterAPastedNotice_AreAskedForOnceAndCountedAsNotReachedThen()
    {
        var lecture = await AskedAsync();
        (await ConfirmAsync(lecture)).Must();
        await Campus.Zoom.JoinAsync(lecture, "Late");
        await Campus.Zoom.JoinAsync(lecture, "Later");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(0, await Campus.CountToldAsync("teacher", "PasteNoticeAgain"));
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "PasteNoticeAgain"));
        (await ConfirmAsync(lecture)).Must();

        await Campus.Zoom.JoinAsync(lecture, "Last");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(1, await Campus.CountToldAsync("teacher", "PasteNoticeAgain"));
        Assert.Empty(await IncidentsAsync());
        var coverage = (await SeenAsync(lecture)).GetProperty("notice").GetProperty("coverage");
        Assert.Equal((4, 3), (coverage.GetProperty("present").GetInt32(), coverage.GetProperty("reached").GetInt32()));
        Assert.Single(coverage.GetProperty("notReached").EnumerateArray());
    }

    [Fact]
    public async Task Confirmation_OfATextThatHasChangedSince_IsNotTakenForTheNewOne()
    {
        var lecture = await AskedAsync();
        var request = Requests.Normal();
        request["purpose"]!["text"] = "Students who were ill see the derivation of the pendulum.";
        await Campus.DecideAsync(lecture, request);

        var early = await ConfirmAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));
        var after = await ConfirmAsync(lecture);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (early.Status, after.Status));
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "PasteNotice"));
        var notice = (await Campus.NoticeAsync(lecture))!;
        Assert.Equal(
            (2, notice.Id),
            (notice.Version, await Campus.ReadAsync(registry => registry.NoticePosts.Select(post => post.NoticeId).SingleAsync(Ct)))
        );
    }

    [Fact]
    public async Task Asking_EndsWithTheMeeting()
    {
        var lecture = await AskedAsync();
        await Campus.EndAsync(lecture);

        Assert.Empty(await Campus.TasksAsync(TaskKind.PasteNotice));
        Assert.Equal(HttpStatusCode.Conflict, (await ConfirmAsync(lecture)).Status);
    }

    [Theory]
    [InlineData("sv", "Text att klistra in", "Jag har klistrat in den")]
    [InlineData("en", "Text to paste", "I have pasted it")]
    public async Task Page_OfTheMeeting_HasTheTextAndTheButton(string language, string label, string button)
    {
        var lecture = await AskedAsync();
        var path = $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}";

        var page = (await Campus.SeeAsync("teacher", path, language)).Text;

        Assert.Contains(label, page, StringComparison.Ordinal);
        Assert.Contains($"<button>{button}</button>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"<button>{button}</button>", (await Campus.SeeAsync("dpo", path, language)).Text, StringComparison.Ordinal);
    }

    /// <summary>A meeting without chat that has run for twenty seconds, with one participant.</summary>
    private async Task<Lecture> AskedAsync()
    {
        var lecture = await Campus.PlanAsync(chat: false);
        await Campus.DecideAsync(lecture);
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "First");
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));
        return lecture;
    }

    private static bool IsPaste(System.Text.Json.JsonElement task) => task.GetProperty("kind").GetString() == TaskKind.PasteNotice;

    private async Task<Answer> ConfirmAsync(Lecture lecture, string account = "teacher")
    {
        var answer = await Campus.Bot.PutAsync(account, $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}/notice/pasted");
        await Campus.SettleAsync();
        return answer;
    }

    private async Task<System.Text.Json.JsonElement> SeenAsync(Lecture lecture) =>
        (await Campus.Bot.GetAsync("teacher", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}")).Must().Json;

    private Task<List<IncidentRow>> IncidentsAsync() => Campus.ReadAsync(registry => registry.Incidents.AsNoTracking().ToListAsync(Ct));
}
