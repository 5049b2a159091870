using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Journey.Faults;

/// <summary>One lecture in a course of its own, from its plan to the last receipt, through public doors.</summary>
internal sealed partial class Lecture
{
    private readonly Doors doors;

    private Lecture(Doors doors, LectureInZoom inZoom, string topic, string course, DateTimeOffset closesAt) =>
        (this.doors, InZoom, Topic, Course, ClosesAt) = (doors, inZoom, topic, course, closesAt);

    /// <summary>Its meeting as it is held.</summary>
    public LectureInZoom InZoom { get; }

    public string Topic { get; }

    /// <summary>Canvas's id of its course.</summary>
    public string Course { get; }

    /// <summary>When the course closes.</summary>
    public DateTimeOffset ClosesAt { get; }

    /// <summary>Our id of its recording, once it is registered.</summary>
    public string RecordingId { get; private set; } = "";

    /// <summary>A new course with a teacher and a student, and a meeting in ten minutes.</summary>
    public static async Task<Lecture> PlanAsync(Doors doors, string recordings, bool chat = true)
    {
        var topic = "Fysik " + RandomNumberGenerator.GetHexString(6, lowercase: true).Replace('0', 'o');
        var now = await doors.NowAsync();
        var closesAt = now.AddDays(40);
        var made = await doors.CanvasAsync(
            "POST /accounts/1/courses",
            ("course[name]", topic),
            ("course[course_code]", topic),
            ("course[end_at]", closesAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
            ("course[restrict_enrollments_to_course_dates]", "true"),
            ("offer", "true")
        );
        var course = made!.Value.GetProperty("id").ToString();
        foreach (var (user, type) in new[] { ("2", "TeacherEnrollment"), ("3", "StudentEnrollment") })
            await doors.CanvasAsync(
                $"POST /courses/{course}/enrollments",
                ("enrollment[user_id]", user),
                ("enrollment[type]", type),
                ("enrollment[enrollment_state]", "active")
            );
        var meeting = new
        {
            host = "teacher",
            topic,
            startsAt = now.AddMinutes(10),
            minutes = 45,
            courseId = course,
            chat,
        };
        var planned = await doors.ZoomSandboxAsync("POST /meetings", meeting);
        return new(doors, new LectureInZoom(doors, recordings, planned), topic, course, closesAt);
    }

    /// <summary>A lecture that was decided, held and recorded without a fault; its recording is registered.</summary>
    public static async Task<Lecture> RecordedAsync(Doors doors, string recordings)
    {
        var lecture = await PlanAsync(doors, recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        await lecture.InZoom.HoldAsync();
        await lecture.UntilRegisteredAsync();
        return lecture;
    }

    /// <summary>The teacher decides to keep it on the computer, or in Zoom's cloud; what follows comes by itself.</summary>
    public Task DecideAsync(bool inCloud = false) => DecideAsync(Requests.Normal(Course, inCloud));

    /// <summary>The teacher decides on what they say.</summary>
    public async Task DecideAsync(string request)
    {
        var meeting = await doors.UntilAsync("the meeting", MeetingIdAsync);
        var decision = await doors.ApiAsync("teacher", $"PUT /meetings/{meeting}/decision", request);
        Assert.Equal("approved", decision.GetProperty("outcome").GetString());
    }

    /// <summary>Somebody who is there consents on the notice's page.</summary>
    public async Task ConsentAsync(string name) =>
        await NoticePage.AnswerAsync(await doors.UntilAsync("the notice", NoticeAsync), name, "yes");

    /// <summary>Whoever may decide takes the approval back.</summary>
    public async Task WithdrawApprovalAsync(string reason) =>
        await doors.ApiAsync("teacher", $"POST /meetings/{await MeetingIdAsync()}/decision/withdraw", new { reason });

    /// <summary>The receipts of its copies.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReceiptsAsync()
    {
        var answer = await doors.ApiAsync("teacher", $"GET /recordings/{RecordingId}/receipts");
        return [.. (answer.ValueKind is JsonValueKind.Array ? answer : answer.GetProperty("items")).EnumerateArray()];
    }

    /// <summary>Waits until the right is <c>given</c> or <c>taken</c>, by the bot's word.</summary>
    public Task UntilRightAsync(string right) =>
        doors.UntilAsync($"the right to be {right}", async () => (await MeetingAsync())?.GetProperty("right").GetString() == right);

    /// <summary>Waits until the notice stands in the meeting's chat.</summary>
    public Task UntilPostedAsync() => doors.UntilAsync("the notice in the chat", async () => await PostedAsync() > 0);

    /// <summary>Waits until the meeting has an incident, open or closed.</summary>
    public Task UntilIncidentAsync(bool open) =>
        doors.UntilAsync(
            open ? "an incident" : "the incident to be closed",
            async () =>
                (await MeetingAsync())!.Value.GetProperty("incidents").EnumerateArray().ToList() is [var only]
                && only.GetProperty("closedAt").ValueKind is JsonValueKind.Null == open
        );

    /// <summary>How many were there, and how many of them the notice reached.</summary>
    public async Task<(int Present, int Reached)> CoverageAsync()
    {
        var coverage = (await MeetingAsync())!.Value.GetProperty("notice").GetProperty("coverage");
        return (coverage.GetProperty("present").GetInt32(), coverage.GetProperty("reached").GetInt32());
    }

    /// <summary>How often the notice stands in the meeting's chat.</summary>
    public async Task<int> PostedAsync() => await NoticeAsync() is { } notice ? await InZoom.CountSaidAsync(notice.OriginalString) : 0;

    /// <summary>The files settle and are registered, tied to their decision.</summary>
    public async Task UntilRegisteredAsync()
    {
        await doors.LaterAsync("PT3M");
        await UntilStateAsync("registered");
    }

    /// <summary>Waits until the course's one recording is in this state, tied to its decision unless none is left for it; leaves its id.</summary>
    public Task<string> UntilStateAsync(string state, bool explained = true) =>
        doors.UntilAsync(
            $"the recording to be {state}",
            async () =>
            {
                if (await RecordingAsync() is not { } recording || recording.GetProperty("state").GetString() != state)
                    return null;
                Assert.Equal(!explained, recording.GetProperty("marks").ToString().Contains("unexplained", StringComparison.Ordinal));
                return RecordingId = recording.GetProperty("id").GetString()!;
            }
        );

    /// <summary>The course's one recording, as the API shows it; null while there is none.</summary>
    public async Task<JsonElement?> RecordingAsync() => await RecordingsAsync() is [var only] ? only : null;

    /// <summary>Our id of what was recorded when it was held the last time, once that is registered; null before.</summary>
    public async Task<string?> RegisteredAsync()
    {
        var meeting = await MeetingIdAsync();
        return (await RecordingsAsync())
            .Where(one => one.GetProperty("meetingId").GetString() == meeting && one.GetProperty("state").GetString() == "registered")
            .Select(one => one.GetProperty("id").GetString())
            .SingleOrDefault();
    }

    /// <summary>The meeting, as the API shows it; null while the bot doesn't know it.</summary>
    public async Task<JsonElement?> MeetingAsync()
    {
        var found = await doors.ApiAsync("teacher", "GET /meetings?zoomUuid=" + Uri.EscapeDataString(InZoom.Uuid));
        return found.GetProperty("items").EnumerateArray().ToList() is [var only] ? only : null;
    }

    /// <summary>The teacher publishes; what follows comes by itself.</summary>
    public Task AskToPublishAsync() => doors.ApiAsync("teacher", $"PUT /recordings/{RecordingId}/publication");

    /// <summary>The teacher deletes it before its time; what follows comes by itself.</summary>
    public Task AskToDeleteAsync() => doors.ApiAsync("teacher", $"DELETE /recordings/{RecordingId}");

    /// <summary>The course's files in Canvas that a person could have: whatever is neither deleted nor still to come.</summary>
    public async Task<IReadOnlyList<JsonElement>> CanvasFilesAsync(string state = "available")
    {
        var files = await doors.CanvasSandboxAsync("GET /files");
        return
        [
            .. files
                .EnumerateArray()
                .Where(file => file.GetProperty("course_id").ToString() == Course && file.GetProperty("state").GetString() == state),
        ];
    }

    /// <summary>The open tasks about the recording or its folder, as an account sees them.</summary>
    public async Task<IReadOnlyList<JsonElement>> TasksAsync(string account = "teacher")
    {
        var tasks = await doors.ApiAsync(account, "GET /tasks?limit=100");
        return
        [
            .. tasks
                .GetProperty("items")
                .EnumerateArray()
                .Where(task =>
                    task.GetProperty("subject").GetString()! is var subject
                    && (
                        subject.EndsWith(RecordingId.Length > 0 ? RecordingId : "?", StringComparison.Ordinal)
                        || task.GetProperty("question").GetProperty("en").GetString()!.Contains(Topic, StringComparison.Ordinal)
                        || subject.StartsWith("folder:", StringComparison.Ordinal)
                    )
                ),
        ];
    }

    /// <summary>Waits until exactly one task says in plain words of both languages what hinders.</summary>
    public async Task<JsonElement> UntilOneTaskAsync(string kind)
    {
        await doors.UntilAsync("a task", async () => (await TasksAsync()).Count > 0);
        var task = Assert.Single(await TasksAsync());
        Assert.Equal(kind, task.GetProperty("kind").GetString());
        var (sv, en) = (
            task.GetProperty("question").GetProperty("sv").GetString()!,
            task.GetProperty("question").GetProperty("en").GetString()!
        );
        Assert.NotEqual(sv, en);
        foreach (var words in new[] { sv, en })
            Assert.False(Technical().IsMatch(Told(words)), $"Not plain: {words}");
        return task;
    }

    /// <summary>Waits until nothing is asked of anybody any more.</summary>
    public Task UntilNoTaskAsync() => doors.UntilAsync("the task to close by itself", async () => (await TasksAsync()).Count == 0);

    /// <summary>In Canvas once, open to students, locked at the course's closing.</summary>
    public async Task AssertPublishedOnceAsync()
    {
        await UntilStateAsync("published");
        var file = Assert.Single(await CanvasFilesAsync());
        Assert.False(file.GetProperty("locked").GetBoolean());
        Assert.Equal(ClosesAt.ToUnixTimeSeconds(), file.GetProperty("lock_at").GetDateTimeOffset().ToUnixTimeSeconds());
        var video = (await RecordingAsync())!
            .Value.GetProperty("parts")
            .EnumerateArray()
            .First(part => part.GetProperty("kind").GetString() == "video");
        Assert.Equal(video.GetProperty("sha256").GetString(), file.GetProperty("sha256").GetString());
        var module = Assert.Single((await doors.CanvasAsync($"GET /courses/{Course}/modules"))!.Value.EnumerateArray());
        var items = await doors.CanvasAsync($"GET /courses/{Course}/modules/{module.GetProperty("id")}/items");
        Assert.True(Assert.Single(items!.Value.EnumerateArray()).GetProperty("published").GetBoolean());
        await UntilNoTaskAsync();
    }

    /// <summary>Gone everywhere, and each copy with exactly one receipt.</summary>
    public async Task AssertDeletedAsync(bool explained = true)
    {
        await UntilStateAsync("deleted", explained);
        var copies = (await RecordingAsync())!
            .Value.GetProperty("parts")
            .EnumerateArray()
            .SelectMany(part => part.GetProperty("copies").EnumerateArray())
            .Select(copy => copy.GetProperty("id").GetString()!)
            .Order(StringComparer.Ordinal);
        var receipts = await ReceiptsAsync();
        Assert.Equal(copies, receipts.Select(receipt => receipt.GetProperty("copy").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(receipts, receipt => Assert.NotEmpty(receipt.GetProperty("signature").GetString()!));
        Assert.Empty(await CanvasFilesAsync());
        Assert.Empty(await CanvasFilesAsync("uploaded"));
        Assert.InRange((await CanvasFilesAsync("deleted")).Count, 0, 1);
        Assert.Empty(InZoom.FilesOnDisk());
        await UntilNoTaskAsync();
    }

    /// <summary>The course's recordings, those that are only expected left out.</summary>
    private async Task<IReadOnlyList<JsonElement>> RecordingsAsync()
    {
        var found = await doors.ApiAsync("course-admin", $"GET /recordings?course={Course}");
        return [.. found.GetProperty("items").EnumerateArray().Where(one => one.GetProperty("state").GetString() != "expected")];
    }

    /// <summary>Where its notice is read; null while it has none.</summary>
    private async Task<Uri?> NoticeAsync() =>
        (await MeetingAsync())?.GetProperty("notice") is { ValueKind: JsonValueKind.Object } notice
            ? new(notice.GetProperty("url").GetString()!)
            : null;

    private async Task<string?> MeetingIdAsync() => (await MeetingAsync())?.GetProperty("id").GetString();

    // The topic and the folder are the people's own words, whatever letters and digits are in them.
    private string Told(string question) =>
        question
            .Replace(Path.GetFileName(InZoom.Folder) is { Length: > 0 } folder ? folder : "\0", "", StringComparison.Ordinal)
            .Replace(Topic, "", StringComparison.Ordinal);

    /// <summary>Codes, names of types and faults: what a teacher shouldn't have to read.</summary>
    [GeneratedRegex(
        "[0-9]{3}|[a-z]-[a-z]+-?[a-z]* failed|Exception|HTTP|html|json|null|[{}<>_]|canvas-|zoom-|step-|delete-copy|give-right|take-right|root-|unfinished",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Technical();
}
