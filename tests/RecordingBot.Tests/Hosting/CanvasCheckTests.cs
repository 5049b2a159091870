using System.Text.Json;
using CanvasConnector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

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
        var work = CanvasWork.Of(Campus.Services.GetRequiredService<IConfiguration>().GetSection("Canvas"));
        var status = await CanvasCheckCommand.CheckAsync(Campus.Services.GetRequiredService<CanvasClient>(), work, output, Ct);
        return (status, output.ToString());
    }
}
