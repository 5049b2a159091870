using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingBot.Tests.Admin;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Expiry;

/// <summary>A hold has an owner, a kind, a reason and a review; it is the lecture's, and beats every timer.</summary>
public sealed class HoldTests : CampusTests
{
    private const string Reason = "The examination is contested.";

    [Fact]
    public async Task Hold_WithItsKind_IsShownAndReviewedWeeklyUntilAnswered()
    {
        var id = await Campus.RecordedAsync();
        var review = DateOnly.FromDateTime(Campus.Now.AddDays(10).UtcDateTime);
        (await HoldAsync(id, review, "dispute")).Must();
        var hold = (await Campus.Bot.GetAsync("dpo", $"/recordings/{id}")).Must().Json.GetProperty("hold");
        Assert.Equal(
            ("dispute", Reason, review.ToString("O")),
            (hold.GetProperty("kind").GetString(), hold.GetProperty("reason").GetString(), hold.GetProperty("reviewOn").GetString())
        );

        await Campus.AdvanceAsync(TimeSpan.FromDays(9));
        Assert.Empty(await Campus.TasksAsync(TaskKind.HoldReview));
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.HoldReview));
        Assert.Equal(1, await Campus.CountToldAsync("dpo", "HoldReview"));
        await Campus.AdvanceAsync(TimeSpan.FromDays(14));
        Assert.Equal(3, await Campus.CountToldAsync("dpo", "HoldReview"));

        var until = review.AddDays(60).ToString("O");
        (await Campus.Bot.PostAsync("dpo", $"/tasks/{task.Id}/answer", new { answer = "keep-hold", until })).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(20));
        Assert.Empty(await Campus.TasksAsync(TaskKind.HoldReview));
        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((review.AddDays(60), "dispute", Reason), (recording.HoldReviewOn, recording.HoldKind, recording.HoldReason));

        await Campus.AdvanceAsync(TimeSpan.FromDays(30));
        task = Assert.Single(await Campus.TasksAsync(TaskKind.HoldReview));
        (await Campus.Bot.PostAsync("dpo", $"/tasks/{task.Id}/answer", new { answer = "lift-hold" })).Must();
        Assert.Null((await Campus.RecordingAsync(id)).HeldBy);
        await Campus.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.Equal(4, await Campus.CountToldAsync("dpo", "HoldReview"));
    }

    [Fact]
    public async Task Hold_OfALectureInSeveralCourses_IsOnEveryEntryWhicheverItIsSetOn()
    {
        var id = await Campus.PublishedAsync();
        var shown = (await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/courses/102", new { reason = "The same lecture" })).Must();
        await Campus.SettleAsync();
        var further = shown.Json.GetProperty("alsoIn")[0].GetProperty("recordingId").GetGuid();
        var review = DateOnly.FromDateTime(Campus.Now.AddDays(300).UtcDateTime);

        (await HoldAsync(further, review, "public-document")).Must();

        foreach (var entry in new[] { id, further })
        {
            var seen = (await Campus.Bot.GetAsync("dpo", $"/recordings/{entry}")).Must().Json;
            Assert.Equal("public-document", seen.GetProperty("hold").GetProperty("kind").GetString());
            Assert.Contains("held", seen.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()));
        }
        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddDays(30));
        Assert.All(
            await Campus.RecordingsAsync(),
            recording => Assert.All(recording.Parts, part => Assert.All(part.Copies, copy => Assert.Equal(CopyState.Present, copy.State)))
        );

        (await Campus.Bot.DeleteAsync("dpo", $"/recordings/{id}/hold")).Must();
        Assert.All(await Campus.RecordingsAsync(), recording => Assert.Null(recording.HeldBy));
        await Campus.AdvanceAsync(TimeSpan.FromDays(8));
        Assert.All(await Campus.RecordingsAsync(), recording => Assert.Equal(RecordingState.Deleted, recording.State));
    }

    [Fact]
    public async Task Hold_PlacedWhileTheComputerIsAway_IsKeptByTheOrderThatLiesThere()
    {
        var id = await Campus.RecordedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        var review = DateOnly.FromDateTime(end.AddDays(300).UtcDateTime);
        await Campus.MoveToAsync(end.AddMinutes(-1));
        // The order is issued and lies there; nobody has fetched it.
        await Campus.ReadAsync(async registry =>
        {
            var recording = await registry
                .Recordings.Include(row => row.Parts)
                    .ThenInclude(part => part.Copies)
                .SingleAsync(row => row.Id == id, Ct);
            recording.OrderedFor = recording.EndsAt;
            return await registry.SaveChangesAsync(Ct);
        });
        var orders = await OrdersAsync(id);
        (await HoldAsync(id, review, null)).Must();
        var held = await OrdersAsync(id);

        Assert.NotEmpty(orders);
        Assert.Empty(held);
    }

    [Fact]
    public async Task Hold_OfAnUnknownKindOrByATeacher_IsRefused()
    {
        var id = await Campus.RecordedAsync();
        var reviewOn = DateOnly.FromDateTime(Campus.Now.AddDays(10).UtcDateTime).ToString("O");

        var unknown = await Campus.Bot.PutAsync(
            "dpo",
            $"/recordings/{id}/hold",
            new
            {
                reason = Reason,
                reviewOn,
                kind = "whim",
            }
        );
        var teacher = await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/hold", new { reason = Reason, reviewOn });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden), (unknown.Status, teacher.Status));
        Assert.Null((await Campus.RecordingAsync(id)).HeldBy);
    }

    /// <summary>Each removal reads afresh whether a hold has come: also while Canvas was being asked.</summary>
    [Fact]
    public async Task Hold_PlacedWhileTheCourseIsReadForTheRemoval_KeepsTheFile()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.BreakAsync("slow", "/courses/101$", "GET", seconds: 3);
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        var settling = Campus.SettleAsync();
        while (
            !await Campus.ReadAsync(registry => registry.Intents.AnyAsync(row => row.RecordingId == id && row.Step == "delete-copy", Ct))
        )
            await Task.Delay(20, Ct);

        (await HoldAsync(id, DateOnly.FromDateTime(Campus.Now.AddDays(10).UtcDateTime), "dispute")).Must();
        await settling;

        Assert.NotEqual(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.NotEmpty(Directory.GetFiles(Campus.Recordings, "*.mp4", SearchOption.AllDirectories));
    }

    /// <summary>A public document may be asked for before anything is handed over to the archive.</summary>
    [Fact]
    public async Task Hold_ByAnArchivist_OfALectureThatIsNoneOfTheirs_IsPlacedShownAndLifted()
    {
        var id = await Campus.RecordedAsync();
        await Campus.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            registry.People.Single(person => person.Account == "course-admin").Roles = Role.Archivist;
            return await registry.SaveChangesAsync(Ct);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await Campus.Bot.GetAsync("course-admin", $"/recordings/{id}")).Status);
        var review = DateOnly.FromDateTime(Campus.Now.AddDays(10).UtcDateTime);

        (await HoldAsync(id, review, "public-document", by: "course-admin")).Must();
        Assert.NotNull((await Campus.RecordingAsync(id)).HeldBy);
        (await Campus.Bot.GetAsync("course-admin", $"/recordings/{id}")).Must();
        using var browser = await Campus.AtBrowserAsync("course-admin");
        using var lifted = await browser.PostFormAsync($"/recordings/{id}", "Release", []);

        // What was lifted is none of theirs to see any more.
        Assert.Equal((HttpStatusCode.Redirect, "/"), (lifted.StatusCode, lifted.Headers.Location?.OriginalString));
        Assert.Null((await Campus.RecordingAsync(id)).HeldBy);
        (await HoldAsync(id, review, "public-document", by: "course-admin")).Must();
        (await Campus.Bot.DeleteAsync("course-admin", $"/recordings/{id}/hold")).Must();
        Assert.Null((await Campus.RecordingAsync(id)).HeldBy);
    }

    private Task<Answer> HoldAsync(Guid id, DateOnly review, string? kind, string by = "dpo") =>
        Campus.Bot.PutAsync(
            by,
            $"/recordings/{id}/hold",
            new
            {
                reason = Reason,
                reviewOn = review.ToString("O"),
                kind,
            }
        );

    /// <summary>What an agent is given that asks for its orders, an order to remove among them.</summary>
    private Task<IReadOnlyList<RecordingAgent.Orders.SignedOrder>> OrdersAsync(Guid id) =>
        Campus.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            var recording = await registry
                .Recordings.Include(row => row.Parts)
                    .ThenInclude(part => part.Copies)
                .SingleAsync(row => row.Id == id, Ct);
            var part = recording.Parts[0];
            var orders = services.GetRequiredService<RecordingBot.Recordings.AgentOrders>();
            var kind = RecordingAgent.Orders.OrderKind.Delete;
            _ =
                await orders.CurrentAsync(recording, part.Copies[0], kind, Ct)
                ?? await orders.IssueAsync(recording, part, part.Copies[0], kind, Ct);
            var gateway = services.GetRequiredService<RecordingBot.Recordings.AgentGateway>();
            return await gateway.ReadOrdersAsync(recording.DeviceId!, Ct);
        });
}
