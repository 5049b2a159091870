using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RecordingAgent.Progress;
using RecordingBot.Recordings;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Recordings;

/// <summary>What takes long is seen while it goes on: reading the files, sending them, removing them.</summary>
public sealed class ProgressTests : CampusTests
{
    [Fact]
    public async Task Upload_WhileCanvasTakesItsTime_IsSeen()
    {
        var id = await Campus.RecordedAsync();
        var size = (await Campus.RecordingAsync(id)).Parts.Single(part => part.Kind == "video").Size;
        await Campus.Canvas.BreakAsync("slow", "^/upload/", "POST", times: 1);
        await Campus.AskToPublishAsync(id);

        var settling = Campus.SettleAsync();
        var sent = $"<progress id=\"progress\" max=\"{size}\" value=\"{size}\">";
        var page = "";
        while (!page.Contains(sent, StringComparison.Ordinal) && !settling.IsCompleted)
            (page, var _) = await Campus.SeeAsync("teacher", $"/recordings/{id}");
        var during = await ProgressAsync(id);
        await settling;

        Assert.Contains(sent, page, StringComparison.Ordinal);
        Assert.Contains("to Canvas (100 %).", page, StringComparison.Ordinal);
        Assert.Equal($$"""{"what":"upload","done":{{size}},"total":{{size}},"unit":"bytes"}""", during.GetRawText());
        Assert.Equal(JsonValueKind.Null, (await ProgressAsync(id)).ValueKind);
        Assert.DoesNotContain("<progress", await Campus.SeeRecordingAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_OfAnExpectedRecordingsFolder_IsSeenOnItsPage()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;

        await TellAsync(lecture.Topic, lecture.ZoomId, 500_000_000);

        Assert.Equal("""{"what":"hashing","done":500000000,"total":2000000000,"unit":"bytes"}""", (await ProgressAsync(id)).GetRawText());
        var page = await Campus.SeeRecordingAsync(id);
        Assert.Contains("<progress id=\"progress\" max=\"2000000000\" value=\"500000000\">", page, StringComparison.Ordinal);
        Assert.Contains("500 MB of 2 GB (25 %)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_ThatIsNotToldOfAnyMore_IsNoProgress()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;

        await TellAsync(lecture.Topic, lecture.ZoomId, 500_000_000);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(JsonValueKind.Null, (await ProgressAsync(id)).ValueKind);
    }

    [Fact]
    public async Task Reading_OfAFolderThatIsNoKnownMeetings_IsSeenByTheComputersOwnerOnly()
    {
        await TellAsync("Corridor talk", number: null, 500_000_000);

        Assert.Contains("Corridor talk", (await Campus.SeeAsync("teacher", "/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Corridor talk", (await Campus.SeeAsync("teacher-2", "/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_OfAFolderThatIsRegistered_IsOver()
    {
        var id = await Campus.RecordedAsync();

        Assert.Equal(JsonValueKind.Null, (await ProgressAsync(id)).ValueKind);
        Assert.Empty(Campus.Services.GetRequiredService<AgentWork>().Untied);
    }

    [Fact]
    public async Task Removal_WhileTheComputerIsOff_SaysHowFarItIsAndWhatItWaitsFor()
    {
        var id = await Campus.PublishedAsync();
        var copies = (await Campus.RecordingAsync(id)).Parts.Sum(part => part.Copies.Count);
        var away = Campus.Recordings + "-away";
        Directory.Move(Campus.Recordings, away);
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal($$"""{"what":"removal","done":0,"total":{{copies}},"unit":"copies"}""", (await ProgressAsync(id)).GetRawText());
        var page = await Campus.SeeRecordingAsync(id);
        Assert.Contains($"0 of {copies} copies are gone, and that is checked", page, StringComparison.Ordinal);
        Assert.Contains("Canvas: removed, being checked", page, StringComparison.Ordinal);
        Assert.Contains("hasn't answered since Monday 10 May 2027", page, StringComparison.Ordinal);
        Assert.Contains("It may be off.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete now", page, StringComparison.Ordinal);

        Directory.Move(away, Campus.Recordings);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(JsonValueKind.Null, (await ProgressAsync(id)).ValueKind);
        Assert.Contains("The recording is gone", await Campus.SeeRecordingAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ReadsItselfAgain_OnlyForWhomFollowsAndOnlyWhileThereIsProgress()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;
        await TellAsync(lecture.Topic, lecture.ZoomId, 500_000_000);

        var plain = await Campus.SeeAsync("teacher", $"/recordings/{id}");
        var followed = await Campus.SeeAsync("teacher", $"/recordings/{id}?follow");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(3));
        var over = await Campus.SeeAsync("teacher", $"/recordings/{id}?follow");

        Assert.Null(plain.Refresh);
        Assert.Contains($"<a href=\"/recordings/{id}?follow\">", plain.Text, StringComparison.Ordinal);
        Assert.Equal("5", followed.Refresh);
        Assert.Contains("<progress", followed.Text, StringComparison.Ordinal);
        // Nothing that somebody could be reading or filling in is read away from them; and it can be stopped.
        Assert.DoesNotContain("<details", followed.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/recordings/{id}\">", followed.Text, StringComparison.Ordinal);
        Assert.Null(over.Refresh);
        Assert.Contains("From meeting to end", over.Text, StringComparison.Ordinal);
    }

    private async Task<JsonElement> ProgressAsync(Guid id) =>
        (await Campus.Bot.GetAsync("teacher", $"/recordings/{id}")).Must().Json.GetProperty("progress");

    /// <summary>An agent tells that it reads a folder that was begun just now.</summary>
    private Task TellAsync(string topic, long? number, long done) =>
        Campus
            .Services.GetRequiredService<AgentGateway>()
            .ReportProgressAsync(
                new WorkProgress.Reading
                {
                    DeviceId = "in-process",
                    RootId = "root",
                    RelativeFolder = "a folder",
                    StartedAtLocal = Campus.Now.AddHours(2).DateTime,
                    Topic = topic,
                    ZoomMeetingNumber = number,
                    Done = done,
                    Total = 2_000_000_000,
                },
                Ct
            );
}
