using System.Text.Json;

namespace Journey.Faults;

/// <summary>A lecture's meeting as it is held in Zoom, with what Zoom leaves of it on the teacher's computer and in its cloud.</summary>
internal sealed class LectureInZoom(Doors doors, string recordings, JsonElement planned)
{
    private const string Guest = "Guest One";

    private readonly long id = planned.GetProperty("id").GetInt64();

    /// <summary>Zoom's id of the instance: the one that was held last, once one was.</summary>
    public string Uuid { get; private set; } = planned.GetProperty("uuid").GetString()!;

    /// <summary>The session's folder, once it is recorded.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>It is held and recorded from the beginning to the end, with one guest.</summary>
    public async Task HoldAsync()
    {
        await BeginAsync();
        await EndAsync();
    }

    /// <summary>It begins, and somebody comes; begun again, it is another meeting under the same number.</summary>
    public async Task MeetAsync()
    {
        Uuid = (await PlayAsync("start")).GetProperty("uuid").GetString()!;
        await ComeAsync(Guest);
    }

    /// <summary>Somebody comes.</summary>
    public Task ComeAsync(string name) => ParticipateAsync(name, "join");

    /// <summary>It begins, somebody comes, and the host presses Record.</summary>
    public async Task BeginAsync()
    {
        await MeetAsync();
        await RecordAsync();
    }

    /// <summary>The host presses Record.</summary>
    public Task RecordAsync() => PlayAsync("recording", new { where = "local", @do = "start" });

    /// <summary>The host presses Record, and Zoom says that they may not.</summary>
    public Task AssertRecordIsRefusedAsync() =>
        doors.AssertZoomRefusesAsync($"POST /meetings/{id}/recording", new { where = "local", @do = "start" });

    /// <summary>The host presses Record, for Zoom's cloud.</summary>
    public Task RecordInCloudAsync() => PlayAsync("recording", new { where = "cloud", @do = "start" });

    /// <summary>The host lets a recording in Zoom's cloud go on that was paused.</summary>
    public Task ResumeInCloudAsync() => PlayAsync("recording", new { where = "cloud", @do = "resume" });

    /// <summary>The host records in Zoom's cloud, by a setting that was opened where no event told of it: the gate's next look would be the first to see it.</summary>
    public async Task RecordInCloudUnseenAsync()
    {
        await doors.ZoomSandboxAsync("POST /faults", new { fault = "webhooks-lost", times = 1 });
        await doors.ZoomSandboxAsync("POST /users/teacher/recording-settings", new { cloud = true });
        await doors.ZoomSandboxAsync("DELETE /faults");
        await RecordInCloudAsync();
    }

    /// <summary>The guest goes, the host ends it, and Zoom leaves its files.</summary>
    public async Task EndAsync()
    {
        await ParticipateAsync(Guest, "leave");
        Keep(await PlayAsync("end"));
    }

    /// <summary>The host hands over and goes; the meeting goes on, and Zoom leaves what was recorded so far.</summary>
    public async Task HostLeavesAsync() => Keep(await PlayAsync("leave"));

    /// <summary>Whether Zoom has nothing of it left.</summary>
    public async Task<bool> IsGoneFromCloudAsync()
    {
        var cloud = (await doors.ZoomSandboxAsync("GET /cloud"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.GetProperty("uuid").GetString() == Uuid);
        return cloud.GetProperty("deleted").GetBoolean()
            && !cloud.GetProperty("transcript").GetBoolean()
            && !cloud.GetProperty("summary").GetBoolean();
    }

    /// <summary>The host starts a conversion again that was broken off.</summary>
    public Task ConvertAsync() => PlayAsync("convert");

    /// <summary>What of it lies on the teacher's computer, whatever it is called there.</summary>
    public IReadOnlyList<string> FilesOnDisk() =>
        Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : [];

    /// <summary>The file of a kind (<c>.mp4</c>, <c>.m4a</c>) on the teacher's computer.</summary>
    public string OnDisk(string extension) => Assert.Single(Directory.GetFiles(Folder, "*" + extension));

    /// <summary>How often a text stands in its chat.</summary>
    public async Task<int> CountSaidAsync(string text)
    {
        var chat = await doors.ZoomSandboxAsync($"GET /meetings/{id}/chat");
        return chat.GetProperty("items")
            .EnumerateArray()
            .Count(line => line.GetProperty("text").GetString()!.Contains(text, StringComparison.Ordinal));
    }

    private Task<JsonElement> PlayAsync(string act, object? body = null) => doors.ZoomSandboxAsync($"POST /meetings/{id}/{act}", body);

    private void Keep(JsonElement ended)
    {
        if (ended.GetProperty("folder").GetString() is { } folder)
            Folder = Path.Combine(recordings, folder);
    }

    private async Task ParticipateAsync(string name, string @do) =>
        await PlayAsync(
            "participants",
            new
            {
                name,
                guest = true,
                @do,
            }
        );
}
