using System.Net;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>Whatever Canvas does: a clear message where the right people see it, nothing lost, nothing twice, and it goes on by itself.</summary>
public sealed class PublicationFaultTests : CampusTests
{
    /// <summary>Each of Canvas's faults, and the word for it.</summary>
    public static TheoryData<string, string> Faults =>
        new()
        {
            { "status-500", "canvas-unavailable" },
            { "html-200", "canvas-protocol" },
            { "html-503", "canvas-unavailable" },
            { "token-expired", "canvas-unauthorized" },
            { "throttle-403", "canvas-throttled" },
            { "throttle-429", "canvas-throttled" },
            { "reset", "canvas-unavailable" },
        };

    /// <summary>Places at which the way to the course can break off.</summary>
    public static TheoryData<string, string> Places =>
        new()
        {
            { "GET", @"/courses/101$" },
            { "POST", @"/courses/101/folders$" },
            { "POST", @"/courses/101/files$" },
            { "POST", @"^/upload/" },
            { "GET", @"/create_success" },
            { "PUT", @"/api/v1/files/\d+$" },
            { "POST", @"/courses/101/modules$" },
            { "POST", @"/modules/\d+/items$" },
            { "PUT", @"/modules/\d+/items/\d+$" },
            { "GET", @"/api/v1/files/\d+$" },
        };

    [Fact]
    public async Task Publishing_ThatFailsUntilTheCourseCloses_LeavesNoTaskOfItself()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync("status-500", @"/courses/101/files$", "POST");
        await Campus.SettleAsync();
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));

        await Campus.Canvas.ConcludeAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(id)).State);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Publishing_WhileCanvasFails_IsATaskInPlainWordsAndEndsByItself(string fault, string word)
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync(fault);
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(id)).State);
        var task = Assert.Single(
            (await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items,
            item => item.GetProperty("kind").GetString() == TaskKind.StepFails
        );
        var why = RecordingBot.Hosting.BothLanguages.Why["Fault_" + word];
        Assert.Contains(why.Sv, task.GetProperty("question").GetProperty("sv").GetString(), StringComparison.Ordinal);
        Assert.Contains(why.En, task.GetProperty("question").GetProperty("en").GetString(), StringComparison.Ordinal);

        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        await AssertPublishedOnceAsync(id);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Publishing_BrokenOffAnywhere_EndsWithOneFileAndOneItem(string method, string path)
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync("status-500", path, method);
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.NotEqual(RecordingState.Published, (await Campus.RecordingAsync(id)).State);

        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        await AssertPublishedOnceAsync(id);
    }

    [Fact]
    public async Task Publishing_WhileCanvasFails_SaysMoreOftenHowOftenButAsksOnce()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync("status-500");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(3));

        var task = Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));
        Assert.InRange(task.Attempts, 5, 12);
    }

    [Fact]
    public async Task Publish_AskedWhileCanvasFails_SaysThatItCanNotBeTold()
    {
        var id = await Campus.RecordedAsync();
        await Campus.Canvas.BreakAsync("status-500");

        var answer = await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/publication");

        Assert.Contains(answer.Status, new[] { HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable });
        Assert.False((await Campus.RecordingAsync(id)).PublicationWanted);
    }

    [Fact]
    public async Task Publishing_ByABotWithAWrongToken_IsATaskAndGoesOnWithTheRightOne()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.RestartBotAsync("--Canvas:Token=not-the-token");
        await Campus.SettleAsync();

        var why = RecordingBot.Hosting.BothLanguages.Why["Fault_canvas-unauthorized"];
        var task = Assert.Single((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items);
        Assert.Contains(why.En, task.GetProperty("question").GetProperty("en").GetString(), StringComparison.Ordinal);

        await Campus.RestartBotAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        await AssertPublishedOnceAsync(id);
    }

    private async Task AssertPublishedOnceAsync(Guid id)
    {
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
    }
}
