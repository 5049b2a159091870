using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.LegalBases;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.LegalBases;

/// <summary>One decision serves a term's meetings, each confirmed before it starts, by whoever holds it and in their own name.</summary>
public sealed class SeriesTests(BotHouse house) : IClassFixture<BotHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Series_OfATerm_IsOfferedAfterTheFirstAndEachMeetingIsConfirmed()
    {
        var course = await house.NewCourseAsync();
        var (second, third) = (
            await house.PlanAsync($"Second {course}", course, days: 3),
            await house.PlanAsync($"Third {course}", course, days: 4)
        );
        var teacher = await DecideFirstAsync(course);
        Assert.Contains("more scheduled meetings that nobody has decided: 2", teacher.Heard, StringComparison.Ordinal);

        await teacher.PressAsync(teacher.Cards[^1], "The whole term");
        Assert.Contains("Meetings that wait: 2", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("confirm");
        await teacher.SayAsync($"Second {course}");
        Assert.Contains("Purpose: Students repeat the derivations", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("nothing sensitive, confidential", teacher.Heard, StringComparison.Ordinal);
        await teacher.PressAsync(teacher.Cards[^1], "Yes, I confirm");

        Assert.StartsWith($"Decision: Second {course}", teacher.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("more scheduled meetings", teacher.Heard, StringComparison.Ordinal);
        var request = JsonNode.Parse((await DecisionAsync(second.Id)).Request)!;
        Assert.All(request["contains"]!.AsObject(), answer => Assert.False((bool)answer.Value!));
        Assert.Equal(
            "The derivations are long and a third of the course is on placement.",
            (string?)request["necessity"]!["justification"]
        );
        Assert.Empty(await house.ReadAsync(registry => registry.Decisions.Where(row => row.MeetingId == third.Id).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Series_ASubstitute_IsAskedAndConfirmsInTheirOwnName()
    {
        var course = await SeriesAsync();
        var meeting = await house.PlanAsync($"Substituted {course}", course, "teacher-2", days: 2);
        var substitute = await house.TalkerAsync("teacher-2");
        await substitute.SayAsync("english");

        await house.AtAsync(meeting.StartsAt.AddHours(-23), WatchAsync);
        Assert.Contains(
            await substitute.LogAsync(),
            line => line.Activity.Text!.Contains($"Substituted {course}", StringComparison.Ordinal)
        );
        await PickAsync(substitute, meeting.Topic);
        await substitute.SayAsync("yes");

        Assert.StartsWith($"Decision: Substituted {course}", substitute.Heard, StringComparison.Ordinal);
        Assert.Equal((await house.PersonAsync("teacher-2")).Id, (await DecisionAsync(meeting.Id)).DecidedBy);
    }

    [Fact]
    public async Task Series_EachHost_IsAskedTheDayBeforeAndHalfAnHourBeforeAndNeverTwice()
    {
        var course = await SeriesAsync();
        var meeting = await house.PlanAsync($"Asked about {course}", course, days: 5);
        var teacher = await house.TalkerAsync("teacher");

        await house.AtAsync(meeting.StartsAt.AddHours(-25), WatchAsync);
        Assert.Equal(0, await AskedAsync(teacher, meeting.Topic));
        await house.AtAsync(meeting.StartsAt.AddHours(-24), WatchAsync);
        await house.AtAsync(meeting.StartsAt.AddHours(-2), WatchAsync);
        Assert.Equal(1, await AskedAsync(teacher, meeting.Topic));
        await house.AtAsync(meeting.StartsAt.AddMinutes(-30), WatchAsync);
        await house.AtAsync(meeting.StartsAt.AddMinutes(-5), WatchAsync);

        Assert.Equal(2, await AskedAsync(teacher, meeting.Topic));
        Assert.Null((await house.ReadAsync(registry => registry.Meetings.SingleAsync(row => row.Id == meeting.Id, Ct))).DecisionId);
    }

    [Fact]
    public async Task Series_NotConfirmed_IsChangedInsteadWithTheOtherAnswersKept()
    {
        var course = await SeriesAsync();
        var meeting = await house.PlanAsync($"Changed {course}", course, days: 2);
        var teacher = await house.TalkerAsync("teacher");
        await PickAsync(teacher, meeting.Topic);

        await teacher.SayAsync("no");
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
        await teacher.SayAsync("no");
        await teacher.SayAsync("An experiment is shown that can't be seen from the back row.");
        await teacher.SayAsync("none");

        Assert.Equal("review", teacher.Asked);
        Assert.Contains("Purpose: Students repeat the derivations", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_WhenEnded_AsksNobodyMore()
    {
        var course = await SeriesAsync();
        var meeting = await house.PlanAsync($"After the end {course}", course, days: 2);
        var teacher = await house.TalkerAsync("teacher");

        await teacher.SayAsync("end the series");
        // The newest stands last, where others have one too.
        if (teacher.Asked == "series")
            await teacher.SayAsync(teacher.Buttons.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await house.AtAsync(meeting.StartsAt.AddHours(-1), WatchAsync);

        Assert.Equal(0, await AskedAsync(teacher, meeting.Topic));
        Assert.False(await house.ReadAsync(registry => registry.Series.AnyAsync(row => row.CourseId == course && row.EndedAt == null, Ct)));
    }

    [Fact]
    public async Task Series_SomebodyWhoTeachesNothingThere_HasNothingToConfirm()
    {
        var course = await SeriesAsync();
        await house.PlanAsync($"Not theirs {course}", course, days: 2);
        var student = await house.TalkerAsync("student");
        await student.SayAsync("english");

        await student.SayAsync("confirm");
        Assert.StartsWith("No meeting of a series waits", student.Heard, StringComparison.Ordinal);
        await student.SayAsync("the whole term");

        Assert.StartsWith("A series needs a lecture", student.Heard, StringComparison.Ordinal);
    }

    private async Task<string> SeriesAsync()
    {
        var course = await house.NewCourseAsync();
        var teacher = await DecideFirstAsync(course);
        await teacher.SayAsync("the whole term");
        Assert.StartsWith("The answers now serve", teacher.Heard, StringComparison.Ordinal);
        return course;
    }

    private async Task<Talker> DecideFirstAsync(string course)
    {
        var topic = $"First {course}";
        await house.PlanAsync(topic, course);
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync("record");
        await teacher.SayAsync(topic);
        await teacher.AnswerAsync(InterviewTests.English);
        await teacher.SayAsync("decide");
        Assert.StartsWith($"Decision: {topic}", teacher.Heard, StringComparison.Ordinal);
        return teacher;
    }

    private static async Task PickAsync(Talker teacher, string topic)
    {
        await teacher.SayAsync("confirm");
        if (teacher.Asked == "meeting")
            await teacher.SayAsync(topic);
        Assert.Contains(topic, teacher.Heard, StringComparison.Ordinal);
    }

    private static Task WatchAsync(IServiceProvider services) => services.GetRequiredService<SeriesWatch>().RunDueAsync(Ct);

    private static async Task<int> AskedAsync(Talker talker, string topic) =>
        (await talker.LogAsync()).Count(line => line.Activity.Text!.StartsWith($"{topic} starts", StringComparison.Ordinal));

    private Task<DecisionRow> DecisionAsync(Guid meeting) =>
        house.ReadAsync(registry => registry.Decisions.SingleAsync(row => row.MeetingId == meeting, Ct));
}
