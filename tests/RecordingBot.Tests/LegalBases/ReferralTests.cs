using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Decisions;
using RecordingBot.LegalBases;
using RecordingBot.Registry;
using RecordingBot.Tests.Channels;
using RecordingBot.Tests.Decisions;

namespace RecordingBot.Tests.LegalBases;

/// <summary>A referral's way: to the data protection officer with its facts and rules, and back to the teacher with an answer.</summary>
public sealed class ReferralTests(BotHouse house) : IClassFixture<BotHouse>
{
    private const string Purpose = "Students repeat the derivations before the laboratory session.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApproveWithConditions_StandsWithTheDecisionAndIsToldToTheTeacher()
    {
        var (meeting, task) = await ReferAsync("With conditions");

        Assert.IsType<ActResult.Done>(
            await AnswerAsync(task, new("approve-with-conditions", Conditions: "Only until June.", Reference: "361-18"))
        );

        var newest = await NewestAsync(meeting);
        Assert.Equal(("approved", "Only until June."), (newest.Outcome, newest.DpoConditions));
        Assert.Equal("361-18", (string?)JsonNode.Parse(newest.Request)!["approvals"]!["dpo"]);
        Assert.Equal("approve-with-conditions", await TaskAnswerAsync(task));
        var log = await (await house.TalkerAsync("teacher")).LogAsync();
        Assert.Contains(log, line => line.Activity.Text!.Contains("Only until June.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("decline", null, null, null, "reason")]
    [InlineData("approve-with-conditions", null, null, null, "conditions")]
    [InlineData("decline", "Ask anna.andersson@example.org", null, null, "reason")]
    [InlineData("approve-with-conditions", null, "Ask anna.andersson@example.org", null, "conditions")]
    [InlineData("approve", null, null, "anna.andersson@example.org", "reference")]
    [InlineData("maybe", null, null, null, "answer")]
    public async Task Answer_ThatIsNotWhole_NamesItsField(
        string answer,
        string? reason,
        string? conditions,
        string? reference,
        string field
    )
    {
        var (meeting, task) = await ReferAsync($"Not whole: {reason?.Length}.{conditions?.Length}.{field} of {answer}");

        var result = await AnswerAsync(task, new(answer, Reason: reason, Conditions: conditions, Reference: reference));

        Assert.Equal(field, Assert.IsType<ActResult.Invalid>(result).Field);
        Assert.Equal("referred", (await NewestAsync(meeting)).Outcome);
        Assert.Null(await TaskAnswerAsync(task));
    }

    [Fact]
    public async Task Approve_OfWhatTheOfficerCannotAnswer_IsRefusedAndLeavesTheTask()
    {
        var meeting = await house.PlanAsync("Offences in research", "101");
        var request = Requests.With(
            "contains",
            """{ "sensitive": false, "confidential": false, "private": true, "personalIdentityNumbers": false }"""
        );
        request["meeting"] = new JsonObject { ["kind"] = "research" };
        await house.DecideAsync(meeting.Id, request);
        var task = await TaskOfAsync(meeting.Id);

        Assert.IsType<ActResult.Invalid>(await AnswerAsync(task, new("approve")));

        Assert.Null(await TaskAnswerAsync(task));
        Assert.Equal("referred", (await NewestAsync(meeting.Id)).Outcome);
    }

    [Fact]
    [Trait("Rule", "messages.no-content")]
    public async Task Referral_IsToldToTheOfficerByTitleAndLinkOnly()
    {
        await ReferAsync("Told by its title");

        var log = await (await house.TalkerAsync("dpo")).LogAsync();
        var told = log.Last(line => line.Activity.Text!.Contains("Told by its title", StringComparison.Ordinal)).Activity.Text!;
        Assert.Contains("/tasks", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Purpose, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_OfTheOfficer_ShowsFactsAndRulesAndTakesTheAnswer()
    {
        var (meeting, task) = await ReferAsync("Answered in the chat");
        var dpo = await house.TalkerAsync("dpo");
        await dpo.SayAsync("english");

        await dpo.SayAsync("referrals");
        if (dpo.Asked == "referral")
            await dpo.SayAsync("Answered in the chat");

        Assert.Contains(Purpose, dpo.Heard, StringComparison.Ordinal);
        Assert.Contains("consent.freely-given", dpo.Heard, StringComparison.Ordinal);
        Assert.Contains("HB §4", dpo.Heard, StringComparison.Ordinal);
        await dpo.SayAsync("Approve with conditions");
        Assert.Equal("referral-why", dpo.Asked);
        await dpo.SayAsync("Faces are blurred.");
        Assert.Equal("referral-reference", dpo.Asked);
        await dpo.SayAsync("none");

        Assert.Contains("approved with conditions", dpo.Heard, StringComparison.Ordinal);
        var newest = await NewestAsync(meeting);
        Assert.Equal(("approved", "Faces are blurred."), (newest.Outcome, newest.DpoConditions));
        Assert.Equal($"task:{task}", (string?)JsonNode.Parse(newest.Request)!["approvals"]!["dpo"]);
    }

    [Fact]
    public async Task Chat_OfATeacher_KnowsNoReferrals()
    {
        await ReferAsync("None of the teacher's business");
        var teacher = await house.TalkerAsync("teacher-2");

        await teacher.SayAsync("referrals");

        Assert.DoesNotContain("None of the teacher's business", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decline_OffersTheAnswersAgainWhereTheTalkStopped()
    {
        var meeting = await house.PlanAsync("Offered again", await house.NewCourseAsync());
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("english");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync("record");
        await teacher.SayAsync(teacher.Buttons.Single(button => button.StartsWith("Offered again,", StringComparison.Ordinal)));
        await teacher.AnswerAsync(
            new Dictionary<string, string>(InterviewTests.English, StringComparer.Ordinal) { ["legalBasis.kind"] = "consent" }
        );
        await teacher.SayAsync("decide");
        Assert.Equal("referred", (await NewestAsync(meeting.Id)).Outcome);

        await AnswerAsync(await TaskOfAsync(meeting.Id), new("decline", Reason: "Students can't refuse."));
        var log = await teacher.LogAsync();
        Assert.Contains(log, line => line.Activity.Text!.Contains("Students can't refuse.", StringComparison.Ordinal));
        await teacher.SayAsync("status");

        Assert.Equal("review", teacher.Asked);
        Assert.Contains(Purpose, teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("Legal basis");
        Assert.Equal("legalBasis.kind", teacher.Asked);
        await teacher.SayAsync("Task in the public interest");
        await teacher.SayAsync("decide");
        Assert.Equal("approved", (await NewestAsync(meeting.Id)).Outcome);
    }

    [Fact]
    public async Task Referral_WhoseFactsWereGivenUp_WaitsForNobody()
    {
        var (meeting, task) = await ReferAsync("Given up");

        await house.DecideAsync(meeting, Requests.With("legalBasis", """{ "kind": "legitimate-interests" }"""));

        Assert.Equal("superseded", await TaskAnswerAsync(task));
    }

    [Fact]
    public async Task Decline_ThenTheSameAgain_WaitsForTheOfficerAgain()
    {
        var (meeting, task) = await ReferAsync("Asked twice");
        await AnswerAsync(task, new("decline", Reason: "Not so."));

        await house.DecideAsync(meeting, Requests.With("legalBasis", """{ "kind": "consent" }"""));

        Assert.NotEqual(task, await TaskOfAsync(meeting));
    }

    private async Task<(Guid Meeting, Guid Task)> ReferAsync(string topic)
    {
        var meeting = await house.PlanAsync(topic, "101");
        await house.DecideAsync(meeting.Id, Requests.With("legalBasis", """{ "kind": "consent" }"""));
        return (meeting.Id, await TaskOfAsync(meeting.Id));
    }

    private Task<Guid> TaskOfAsync(Guid meeting) =>
        house.ReadAsync(registry =>
            registry.Tasks.Where(row => row.MeetingId == meeting && row.ClosedAt == null).Select(row => row.Id).SingleAsync(Ct)
        );

    private Task<string?> TaskAnswerAsync(Guid task) =>
        house.ReadAsync(registry => registry.Tasks.Where(row => row.Id == task).Select(row => row.Answer).SingleAsync(Ct));

    private async Task<ActResult> AnswerAsync(Guid task, TaskAnswer answer)
    {
        var dpo = await house.PersonAsync("dpo");
        return await house.WithAsync(services => services.GetRequiredService<TaskDesk>().AnswerAsync(task, answer, dpo, Ct));
    }

    private async Task<DecisionRow> NewestAsync(Guid meeting) =>
        (await house.WithAsync(services => services.GetRequiredService<DecisionBook>().NewestAsync(meeting, Ct)))!;
}
