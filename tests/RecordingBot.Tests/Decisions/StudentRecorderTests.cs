using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Decisions;

/// <summary>A student who records is guided, and the responsible teacher is told (<c>recorder.student</c>).</summary>
public sealed class StudentRecorderTests : BorasTests
{
    [Fact]
    [Trait("Rule", "recorder.student")]
    [Trait("Rule", "messages.no-content")]
    public async Task Decision_ForAStudentWhoRecords_GuidesThemAndTellsTheCoursesTeachersTitleAndLinkOnly()
    {
        var lecture = await Campus.PlanAsync("Group work");
        await HostIsAsync("student");

        Assert.Equal("approved", await Campus.DecideAsync(lecture, ByStudent()));

        Assert.Equal(1, await Campus.CountToldAsync("student", "StudentGuidance"));
        Assert.Equal(1, await Campus.CountToldAsync("teacher-2", "StudentRecords"));
        var told = (await Campus.ToldAsync("teacher-2")).Single(text => text.Contains("Group work", StringComparison.Ordinal));
        Assert.Contains("/meetings/", told, StringComparison.Ordinal);
        Assert.DoesNotContain("derivations", told, StringComparison.Ordinal);
        Assert.Empty(await Campus.TasksAsync(TaskKind.StudentRecords));
        // The page that the link leads to is there for the student too.
        (await Campus.Bot.GetAsync("student", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}")).Must();
    }

    [Fact]
    [Trait("Rule", "recorder.student")]
    public async Task Page_OfTheDecision_GuidesAStudentOnlyUnderTheRule()
    {
        var lecture = await Campus.PlanAsync("Guided");
        await Campus.DecideAsync(lecture, ByStudent());
        var decision = await Campus.ReadAsync(registry => registry.Decisions.SingleAsync(Ct));
        var packs = Campus.Services.GetRequiredService<PackLibrary>().Packs;

        Assert.True(MeetingPageDecision.Read(decision, packs["boras"], _ => false).GuidesStudent);
        Assert.False(MeetingPageDecision.Read(decision, packs["lund"], _ => false).GuidesStudent);
    }

    [Fact]
    public async Task Decision_WhileCanvasIsSilent_TellsTheTeachersLater()
    {
        var lecture = await Campus.PlanAsync("Told later");
        var meeting = await Campus.MeetingAsync(lecture);
        (await Campus.Bot.PutAsync("teacher", $"/meetings/{meeting.Id}/decision", ByStudent())).Must();
        await Campus.Canvas.BreakAsync("status-500");
        await Campus.SettleAsync();
        Assert.Single(await Campus.TasksAsync(TaskKind.StudentRecords));
        await Campus.Canvas.MendAsync();

        await Campus.AdvanceAsync(TimeSpan.FromMinutes(16));

        Assert.Empty(await Campus.TasksAsync(TaskKind.StudentRecords));
        Assert.Equal(1, await Campus.CountToldAsync("teacher-2", "StudentRecords"));
    }

    [Fact]
    public async Task Decision_ForAnEmployee_TellsNobody()
    {
        await Campus.DecidedAsync(request: Lecture());

        Assert.Equal(0, await Campus.CountToldAsync("teacher-2", "StudentRecords"));
        Assert.Equal(0, await Campus.CountToldAsync("teacher", "StudentGuidance"));
    }

    [Fact]
    public async Task Decision_ForAStudentWithoutTheRule_TellsNobody()
    {
        await using var lund = new SmallCampus();
        await lund.InitializeAsync();
        await lund.DecidedAsync(request: Requests.With("recorder", """{ "role": "student" }"""));

        Assert.Equal(0, await lund.CountToldAsync("teacher-2", "StudentRecords"));
        Assert.Equal(0, await lund.CountToldAsync("teacher", "StudentGuidance"));
    }

    private static JsonObject ByStudent()
    {
        var request = With("recorder", """{ "role": "student" }""");
        request["legalBasis"] = new JsonObject { ["kind"] = "consent" };
        return request;
    }

    private Task<int> HostIsAsync(string account) =>
        Campus.ReadAsync(async registry =>
        {
            var person = await registry.People.SingleAsync(row => row.Account == account, Ct);
            return await registry.Meetings.ExecuteUpdateAsync(set => set.SetProperty(row => row.HostPersonId, person.Id), Ct);
        });
}
