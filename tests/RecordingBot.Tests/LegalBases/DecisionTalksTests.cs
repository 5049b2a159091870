using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Registry;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.LegalBases;

/// <summary>The commands about decisions: what was decided, changing it, what the participants are told, and whose meetings one can decide.</summary>
public sealed class DecisionTalksTests(BotHouse house) : IClassFixture<BotHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decisions_AreListedInThePersonsLanguage()
    {
        var meeting = await DecidedAsync("Listed");
        var teacher = await house.TalkerAsync("teacher");

        await teacher.SayAsync("my decisions");
        Assert.Contains($"{meeting.Topic}, ", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("may be recorded (decided ", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("svenska");
        await teacher.SayAsync("mina beslut");

        Assert.Contains("får spelas in (beslutat ", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("english");
    }

    [Fact]
    public async Task Decisions_OfSomebodyWithoutAny_SaySo()
    {
        var student = await house.TalkerAsync("student");
        await student.SayAsync("english");

        await student.SayAsync("my decisions");
        Assert.StartsWith("Nothing has been decided", student.Heard, StringComparison.Ordinal);
        await student.SayAsync("change answer");
        Assert.StartsWith("Nothing has been decided", student.Heard, StringComparison.Ordinal);
        await student.SayAsync("show notice");

        Assert.StartsWith("None of your meetings has a notice", student.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfADecidedMeeting_ShowsItsAnswersAndDecidesAnew()
    {
        var meeting = await DecidedAsync("Changed afterwards");
        var teacher = await house.TalkerAsync("teacher");

        await teacher.SayAsync("change answer");
        if (teacher.Asked == "meeting")
            await teacher.SayAsync(meeting.Topic);
        Assert.Equal("review", teacher.Asked);
        Assert.Contains("Purpose: Students repeat the derivations", teacher.Heard, StringComparison.Ordinal);
        await teacher.PressAsync(teacher.Cards[^1], "Change", "Publication");
        await teacher.SayAsync("nowhere");
        await teacher.SayAsync("decide");

        Assert.StartsWith($"Decision: {meeting.Topic}", teacher.Heard, StringComparison.Ordinal);
        var decisions = await house.ReadAsync(registry =>
            registry.Decisions.Where(row => row.MeetingId == meeting.Id).OrderBy(row => row.DecidedAt).ToListAsync(Ct)
        );
        Assert.Equal(2, decisions.Count);
        Assert.Contains("\"kind\":\"none\"", decisions[^1].Request, StringComparison.Ordinal);
        Assert.Equal(
            decisions[^1].Id,
            (await house.ReadAsync(registry => registry.Meetings.SingleAsync(row => row.Id == meeting.Id, Ct))).DecisionId
        );
    }

    [Fact]
    public async Task Change_AmongTheQuestions_ShowsTheAnswersSoFar()
    {
        var course = await house.NewCourseAsync();
        await house.PlanAsync($"Midway {course}", course);
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync("record");
        await teacher.SayAsync($"Midway {course}");
        await teacher.SayAsync(InterviewTests.English["purpose.text"]);

        await teacher.SayAsync("change answer");
        Assert.Equal("review", teacher.Asked);
        await teacher.PressAsync(teacher.Cards[^1], "Change", "Purpose");
        await teacher.SayAsync("Another purpose that is long enough to be stated.");

        Assert.Equal("necessity.achievableWithout", teacher.Asked);
    }

    [Fact]
    public async Task Notice_OfAMeeting_IsShownWithItsLink()
    {
        var meeting = await DecidedAsync("With a notice");
        var link = await PublishAsync(meeting);
        var teacher = await house.TalkerAsync("teacher");

        await teacher.SayAsync("show notice");
        if (teacher.Asked == "meeting")
            await teacher.SayAsync(meeting.Topic);

        Assert.Contains($"The posted words: {link}", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains($"The whole notice: {link}", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_AsksWhichAndTakesIt()
    {
        var teacher = await house.TalkerAsync("teacher-2");
        // Another test may have left a question standing, which is asked again after the answer.
        await teacher.SayAsync("cancel");

        await teacher.SayAsync("language");
        Assert.Equal(["Svenska", "English"], teacher.Buttons);
        await teacher.SayAsync("Svenska");

        Assert.StartsWith("Då tar vi det på svenska", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_AColleaguesMeetingInACommonCourse_IsDecidedInOnesOwnName()
    {
        var course = await house.NewCourseAsync();
        var topic = $"The colleague's {course}";
        var meeting = await house.PlanAsync(topic, course);
        var colleague = await house.TalkerAsync("teacher-2");
        await colleague.SayAsync("english");
        await colleague.SayAsync("cancel");

        await colleague.SayAsync("record");
        await colleague.SayAsync(colleague.Buttons.Single(button => button.StartsWith(topic, StringComparison.Ordinal)));
        await colleague.AnswerAsync(InterviewTests.English);
        await colleague.SayAsync("decide");

        Assert.Contains("the meeting's host gets the right to record", colleague.Heard, StringComparison.Ordinal);
        var decision = await house.ReadAsync(registry => registry.Decisions.SingleAsync(row => row.MeetingId == meeting.Id, Ct));
        Assert.Equal((await house.PersonAsync("teacher-2")).Id, decision.DecidedBy);
    }

    [Fact]
    public async Task Record_AColleaguesMeetingInAnotherCourse_IsNotOffered()
    {
        await house.PlanAsync("Without a course", null);
        var colleague = await house.TalkerAsync("teacher-2");
        await colleague.SayAsync("cancel");

        await colleague.SayAsync("record");

        Assert.DoesNotContain(colleague.Buttons, button => button.StartsWith("Without a course", StringComparison.Ordinal));
    }

    private async Task<MeetingRow> DecidedAsync(string topic)
    {
        var course = await house.NewCourseAsync();
        var meeting = await house.PlanAsync($"{topic} {course}", course);
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync("record");
        await teacher.SayAsync(meeting.Topic);
        await teacher.AnswerAsync(InterviewTests.English);
        await teacher.SayAsync("decide");
        Assert.StartsWith($"Decision: {meeting.Topic}", teacher.Heard, StringComparison.Ordinal);
        return meeting;
    }

    /// <summary>What the step of publishing does, which nobody runs here.</summary>
    private Task<string> PublishAsync(MeetingRow meeting) =>
        house.WithAsync(async services =>
        {
            var (registry, links) = (services.GetRequiredService<RegistryContext>(), services.GetRequiredService<NoticeLinks>());
            var id = Guid.CreateVersion7();
            var notice = new NoticeRow
            {
                Id = id,
                MeetingId = meeting.Id,
                DecisionId = (await registry.Meetings.SingleAsync(row => row.Id == meeting.Id, Ct)).DecisionId!.Value,
                Version = 1,
                TokenHash = links.HashFor(id),
                Content = "{}",
                Text = "",
                Message = $"The posted words: {links.Unfilled}",
                Sha256 = "",
                PublishedAt = house.Clock.GetUtcNow(),
            };
            registry.Notices.Add(notice);
            await registry.SaveChangesAsync(Ct);
            return links.Of(notice).AbsoluteUri;
        });
}
