using System.Text.Json;
using CanvasConnector;
using CanvasConnector.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Hosting;

/// <summary>The verb by which whoever runs the bot sees whether its account in Canvas does.</summary>
public sealed class CanvasCheckTests : CampusTests
{
    [Fact]
    public async Task Check_ByAnAdministratorsToken_FindsNothingMissing()
    {
        var (status, said) = await CheckAsync();

        Assert.Equal((0, true), (status, said.Contains("Nothing is known to be missing.", StringComparison.Ordinal)));
        Assert.StartsWith("The token belongs to user 1.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ByATeachersToken_NamesWhatIsMissing()
    {
        await Campus.RestartBotAsync("--Canvas:Token=campus-teacher");

        var (status, said) = await CheckAsync();

        Assert.Equal(1, status);
        Assert.Contains("missing: read_course_list", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is known", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_ByATeachersToken_IsTheOperatorsTaskUntilItIsEnough()
    {
        const string Service = "an operator's token";
        string[] reading = ["--Api:Tokens:0:Hash", KeyRing.Hash(Service), "--Api:Tokens:0:Role", "operator"];
        await Campus.RestartBotAsync(["--Canvas:Token=campus-teacher", .. reading]);
        await LookAsync();
        await LookAsync();

        var task = Assert.Single(await TasksAsync(Service));
        Assert.Contains("read_course_list", task.GetProperty("question").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal("canvas-access", task.GetProperty("kind").GetString());

        await Campus.RestartBotAsync(reading);
        await Campus.Canvas.BreakAsync("status-500", "permissions");
        await LookAsync();
        Assert.Single(await TasksAsync(Service));
        await Campus.Canvas.MendAsync();
        await LookAsync();
        Assert.Empty(await TasksAsync(Service));
    }

    [Fact]
    public async Task Look_WhereContentIsToBeReplaced_AsksForThatRightToo()
    {
        await Campus.RestartBotAsync("--Canvas:Token=campus-course-admin");
        await LookAsync();
        Assert.Empty(await Campus.TasksAsync(TaskKind.CanvasAccess));

        await Campus.RestartBotAsync("--Canvas:Token=campus-course-admin", "--Canvas:ReplaceBeforeDelete=true");
        await LookAsync();

        Assert.Contains("become_user", Assert.Single(await Campus.TasksAsync(TaskKind.CanvasAccess)).Arguments, StringComparison.Ordinal);
    }

    /// <summary>What the check asks for is what the bot uses: with just those scopes a lecture lives its whole life.</summary>
    [Fact]
    public async Task Life_WithAKeyOfJustTheScopesThatAreAskedFor_GoesThrough()
    {
        var wanted = (await Campus.Services.GetRequiredService<CanvasClient>().CheckAsync(Work, Ct)).Scopes.Select(scope => scope.Name);
        await Campus.RestartBotAsync(await Campus.Canvas.KeyOfAsync(wanted));
        await LookAsync();
        Assert.Empty(await Campus.TasksAsync(TaskKind.CanvasAccess));

        var lecture = await Campus.PlanAsync();
        await Campus.DecideAsync(lecture);
        (await Campus.Bot.PutAsync("teacher", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}/announcement")).Must();
        await Campus.HoldAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;
        await Campus.AskToPublishAsync(id);
        (await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/courses/102", new { reason = "Given in both" })).Must();
        await Campus.SettleAsync();
        // What stands in a course is found by its id from now on.
        var second = await Campus.PublishedAsync("Once more");
        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddMinutes(1));

        Assert.All(await Campus.RecordingsAsync(), row => Assert.Equal(RecordingState.Deleted, row.State));
        Assert.NotEqual(id, second);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
        Assert.Empty(await Campus.Canvas.AnnouncementsAsync());
        var failed = await Campus.ReadAsync(registry => registry.Audit.Where(row => row.After == TaskKind.StepFails).ToListAsync(Ct));
        Assert.Empty(failed);
        // Asked only after a crash.
        await foreach (var sent in Campus.Services.GetRequiredService<CanvasClient>().Conversations.ListSentAsync(Ct))
            Assert.NotNull(sent.Subject);
    }

    private IReadOnlyCollection<CanvasTask> Work =>
        CanvasWork.Of(Campus.Services.GetRequiredService<IConfiguration>().GetSection("Canvas"));

    private Task LookAsync() => Campus.Services.GetRequiredService<CanvasAccess>().LookAsync(Ct);

    private async Task<JsonElement[]> TasksAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tasks");
        request.Headers.Authorization = new("Bearer", token);
        var answer = await Answer.OfAsync(await Campus.Bot.Http.SendAsync(request, Ct), Ct);
        return [.. answer.Must().Json.GetProperty("items").EnumerateArray()];
    }

    private async Task<(int Status, string Said)> CheckAsync()
    {
        await using var output = new StringWriter();
        var status = await CanvasCheckCommand.CheckAsync(Campus.Services.GetRequiredService<CanvasClient>(), Work, output, Ct);
        return (status, output.ToString());
    }
}
