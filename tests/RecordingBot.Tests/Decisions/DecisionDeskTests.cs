using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Decisions;
using RecordingBot.LegalBases;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Channels;
using RecordingPolicy.Decisions;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Decisions;

public sealed class DecisionDeskTests(BotHouse house) : IClassFixture<BotHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DecideForMeeting_Approved_KeepsTheDecisionAndExpectsItsRecording()
    {
        var meeting = await house.PlanAsync("Approved", "101");

        var made = await house.DecideAsync(meeting.Id, Requests.Normal());

        Assert.Equal(Outcome.Approved, made.Decision!.Outcome);
        var stored = await house.ReadAsync(registry => registry.Decisions.SingleAsync(row => row.Id == made.Row!.Id, Ct));
        Assert.Equal(("approved", "lund", "http"), (stored.Outcome, stored.Pack, stored.Channel));
        Assert.True(StoredDecision.Read(stored).Approved);
        Assert.Equal(
            stored.Id,
            await house.ReadAsync(registry =>
                registry.Meetings.Where(row => row.Id == meeting.Id).Select(row => row.DecisionId).SingleAsync(Ct)
            )
        );
        var recording = await RecordingOfAsync(meeting.Id);
        Assert.Equal((RecordingState.Expected, "101", meeting.HostPersonId), (recording.State, recording.CourseId, recording.RecorderId));
        Assert.Equal(["decision.made", "decision.stands"], await AuditAsync(Subject.Meeting(meeting.Id)));
    }

    [Fact]
    public async Task DecideForMeeting_TheSameAgain_IsTheDecisionThatIsThere()
    {
        var meeting = await house.PlanAsync("Twice the same", "101");

        var first = await house.DecideAsync(meeting.Id, Requests.Normal());
        var again = await house.DecideAsync(meeting.Id, Requests.Normal());

        Assert.Equal(first.Row!.Id, again.Row!.Id);
        Assert.Equal(1, await house.ReadAsync(registry => registry.Recordings.CountAsync(row => row.MeetingId == meeting.Id, Ct)));
    }

    [Fact]
    public async Task DecideForMeeting_RefusedAfterAnApproval_LeavesTheApprovedOneStanding()
    {
        var meeting = await house.PlanAsync("Refused later", "101");
        var approved = await house.DecideAsync(meeting.Id, Requests.Normal());

        var refused = await house.DecideAsync(meeting.Id, Requests.With("legalBasis", """{ "kind": "legitimate-interests" }"""));

        Assert.Equal(Outcome.Refused, refused.Decision!.Outcome);
        Assert.Equal(approved.Row!.Id, (await RecordingOfAsync(meeting.Id)).DecisionId);
    }

    [Fact]
    public async Task DecideForMeeting_ATextWithPersonalData_KeepsNothing()
    {
        var meeting = await house.PlanAsync("Nothing kept", "101");

        var made = await house.DecideAsync(
            meeting.Id,
            Requests.With("purpose", """{ "text": "So that anna.andersson@example.org can see what she missed." }""")
        );

        Assert.Null(made.Row);
        Assert.Contains(made.Decision!.Findings, finding => finding is { Rule: "purpose.minimised-text", Effect: Effect.Ask });
        Assert.Empty(await house.ReadAsync(registry => registry.Decisions.Where(row => row.MeetingId == meeting.Id).ToListAsync(Ct)));
    }

    [Fact]
    public async Task DecideForMeeting_AnUnexplainedRecording_IsExplained()
    {
        var meeting = await house.PlanAsync("Recorded without asking", "101");
        var id = await UnexplainedAsync(meeting.Id, meeting.HostPersonId);

        var made = await house.DecideAsync(meeting.Id, Requests.Normal());

        var recording = await RecordingOfAsync(meeting.Id);
        Assert.Equal((id, false, made.Row!.Id), (recording.Id, recording.Unexplained, recording.DecisionId));
        Assert.True(recording.Wakes > 0);
        Assert.Equal(
            "justify",
            await house.ReadAsync(registry =>
                registry.Tasks.Where(task => task.RecordingId == id).Select(task => task.Answer).SingleAsync(Ct)
            )
        );
    }

    [Fact]
    public async Task DecideForMeeting_AMeetingThatIsNotThere_IsNotFound() =>
        Assert.True((await house.DecideAsync(Guid.NewGuid(), Requests.Normal())).MeetingNotFound);

    [Theory]
    [InlineData("dpo")]
    [InlineData("student")]
    [InlineData("course-admin")]
    [InlineData("teacher-2")]
    public async Task DecideForMeeting_ByOthersThanItsTeachers_IsForbidden(string account)
    {
        var meeting = await house.PlanAsync($"Not for {account}", "103");

        Assert.True((await house.DecideAsync(meeting.Id, Requests.Normal("103"), account)).Forbidden);
    }

    [Fact]
    public async Task DecideForMeeting_ByACoTeacherOfItsCourse_IsTheirs()
    {
        var meeting = await house.PlanAsync("By the co-teacher", "101");

        var made = await house.DecideAsync(meeting.Id, Requests.Normal(), "teacher-2");

        Assert.Equal((await house.PersonAsync("teacher-2")).Id, made.Row!.DecidedBy);
        Assert.Equal(meeting.HostPersonId, (await RecordingOfAsync(meeting.Id)).RecorderId);
    }

    [Theory]
    [InlineData("pack", "\"boras\"", "pack")]
    [InlineData("meeting", """{ "topic": "Another" }""", "meeting.topic")]
    [InlineData("meeting", """{ "kind": 3 }""", "meeting.kind")]
    [InlineData("meeting", """{ "kind": "party" }""", "meeting.kind")]
    [InlineData("meeting", """{ "course": { "id": "102" } }""", "meeting.course.id")]
    [InlineData("meeting", """{ "course": { "id": "101", "isPublic": false } }""", "meeting.course.isPublic")]
    [InlineData("meeting", "[]", "meeting")]
    [InlineData("approvals", """{ "dpo": "I asked her in the corridor" }""", "approvals.dpo")]
    [InlineData("surprise", "1", "surprise")]
    public async Task DecideForMeeting_WhatIsNotTheBodysToSay_IsAnErrorAtItsPath(string field, string json, string path)
    {
        var meeting = await house.PlanAsync($"Error at {path} {json.Length}", "101");

        var made = await house.DecideAsync(meeting.Id, Requests.With(field, json));

        Assert.Null(made.Decision);
        Assert.Equal(path, Assert.Single(made.Errors).Path);
    }

    [Fact]
    public async Task DecideForMeeting_SomebodyElsesCourse_IsAnError()
    {
        var meeting = await house.PlanAsync("Into another's course", null);

        var made = await house.DecideAsync(meeting.Id, Requests.With("meeting", """{ "course": { "id": "109876543210000001" } }"""));

        Assert.Equal("meeting.course.id", Assert.Single(made.Errors).Path);
    }

    [Fact]
    public async Task DecideForMeeting_Referred_WaitsForTheDpoWhoseApprovalDecidesTheSameFacts()
    {
        var meeting = await house.PlanAsync("Referred", "101");
        var referred = await house.DecideAsync(meeting.Id, Requests.With("legalBasis", """{ "kind": "consent" }"""));
        Assert.Equal(Outcome.Referred, referred.Decision!.Outcome);
        var task = await house.ReadAsync(registry => registry.Tasks.SingleAsync(row => row.MeetingId == meeting.Id, Ct));
        Assert.Equal((TaskKind.Referral, Role.Dpo), (task.Kind, task.Role));

        var dpo = await house.PersonAsync("dpo");
        var result = await house.WithAsync(services =>
            services.GetRequiredService<TaskDesk>().AnswerAsync(task.Id, new("approve", Reason: "As discussed."), dpo, Ct)
        );

        Assert.IsType<ActResult.Done>(result);
        var newest = await house.WithAsync(services => services.GetRequiredService<DecisionBook>().NewestAsync(meeting.Id, Ct));
        Assert.Equal(("approved", referred.Row!.DecidedBy), (newest!.Outcome, newest.DecidedBy));
        Assert.Contains($"task:{task.Id}", newest.Request, StringComparison.Ordinal);
        Assert.Contains(
            await (await house.TalkerAsync("teacher")).LogAsync(),
            line => line.Activity.Text!.Contains("As discussed.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task DecideForMeeting_ReferredAndDeclined_StaysClosed()
    {
        var meeting = await house.PlanAsync("Declined", "101");
        await house.DecideAsync(meeting.Id, Requests.With("legalBasis", """{ "kind": "consent" }"""));
        var task = await house.ReadAsync(registry => registry.Tasks.SingleAsync(row => row.MeetingId == meeting.Id, Ct));

        var dpo = await house.PersonAsync("dpo");
        await house.WithAsync(services =>
            services.GetRequiredService<TaskDesk>().AnswerAsync(task.Id, new("decline", Reason: "Not so."), dpo, Ct)
        );

        Assert.Null(
            await house.ReadAsync(registry =>
                registry.Meetings.Where(row => row.Id == meeting.Id).Select(row => row.DecisionId).SingleAsync(Ct)
            )
        );
        Assert.Equal(
            "decline",
            await house.ReadAsync(registry => registry.Tasks.Where(row => row.Id == task.Id).Select(row => row.Answer).SingleAsync(Ct))
        );
    }

    private Task<RecordingRow> RecordingOfAsync(Guid meetingId) =>
        house.ReadAsync(registry => registry.Recordings.SingleAsync(row => row.MeetingId == meetingId, Ct));

    private async Task<IEnumerable<string>> AuditAsync(string subject)
    {
        var actions = await house.ReadAsync(registry =>
            registry
                .Audit.Where(entry => entry.Subject == subject)
                .OrderBy(entry => entry.Sequence)
                .Select(entry => entry.Action)
                .ToListAsync(Ct)
        );
        return actions.Where(action => action.StartsWith("decision.", StringComparison.Ordinal));
    }

    private Task<Guid> UnexplainedAsync(Guid meetingId, Guid? recorder) =>
        Unexplained.AddAsync(house, meetingId, recorder, "Recorded without asking");
}
