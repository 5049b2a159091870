using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;

namespace RecordingBot.Tests.Support;

/// <summary>Brings a lecture through its life, each stretch through the doors that people use.</summary>
internal static partial class Life
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A lecture in an hour, for an hour; the bot knows of it.</summary>
    public static async Task<Lecture> PlanAsync(
        this SmallCampus campus,
        string topic = "Linear algebra",
        string? courseId = CanvasStage.Course,
        string host = "teacher",
        int inMinutes = 60,
        bool chat = true
    )
    {
        var lecture = await campus.Zoom.PlanAsync(topic, campus.Now.AddMinutes(inMinutes), 60, courseId, host, chat);
        await campus.SettleAsync();
        return lecture;
    }

    /// <summary>Its host decides, and what follows has happened.</summary>
    /// <returns>The decision's outcome.</returns>
    public static async Task<string> DecideAsync(
        this SmallCampus campus,
        Lecture lecture,
        JsonObject? request = null,
        string account = "teacher"
    )
    {
        var meeting = await campus.MeetingAsync(lecture);
        var answer = await campus.Bot.PutAsync(account, $"/meetings/{meeting.Id}/decision", request ?? Requests.Normal());
        await campus.SettleAsync();
        return answer.Must().Json.GetProperty("outcome").GetString()!;
    }

    /// <summary>A lecture that may be recorded.</summary>
    public static async Task<Lecture> DecidedAsync(this SmallCampus campus, string topic = "Linear algebra", JsonObject? request = null)
    {
        var lecture = await campus.PlanAsync(topic);
        await campus.DecideAsync(lecture, request);
        return lecture;
    }

    /// <summary>The meeting begins at its time.</summary>
    public static async Task<string> BeginAsync(this SmallCampus campus, Lecture lecture)
    {
        await campus.MoveToAsync(lecture.StartsAt);
        var uuid = await campus.Zoom.StartAsync(lecture);
        await campus.SettleAsync();
        return uuid;
    }

    /// <summary>The meeting is held, recorded from the beginning to the end, and Zoom leaves its files.</summary>
    /// <returns>The folder's name.</returns>
    public static async Task<string> HoldAsync(this SmallCampus campus, Lecture lecture)
    {
        await campus.BeginAsync(lecture);
        (await campus.Zoom.RecordAsync(lecture)).Must();
        await campus.MoveToAsync(lecture.EndsAt);
        return (await campus.EndAsync(lecture))!;
    }

    /// <summary>The host ends the meeting.</summary>
    public static async Task<string?> EndAsync(this SmallCampus campus, Lecture lecture)
    {
        var folder = await campus.Zoom.EndAsync(lecture);
        await campus.SettleAsync();
        return folder;
    }

    /// <summary>A lecture that was decided, held and recorded; its recording is registered.</summary>
    public static async Task<Guid> RecordedAsync(this SmallCampus campus, string topic = "Linear algebra", JsonObject? request = null)
    {
        var lecture = await campus.DecidedAsync(topic, request);
        await campus.HoldAsync(lecture);
        await campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        return await campus.ReadAsync(registry =>
            registry.Recordings.Where(row => row.Topic == topic).Select(row => row.Id).SingleAsync(Ct)
        );
    }

    /// <summary>The teacher publishes; nothing of what follows has happened yet.</summary>
    public static async Task AskToPublishAsync(this SmallCampus campus, Guid recording) =>
        (await campus.Bot.PutAsync("teacher", $"/recordings/{recording}/publication")).Must();

    /// <summary>A lecture that students see in its course.</summary>
    public static async Task<Guid> PublishedAsync(this SmallCampus campus, string topic = "Linear algebra")
    {
        var recording = await campus.RecordedAsync(topic);
        await campus.AskToPublishAsync(recording);
        await campus.SettleAsync();
        return recording;
    }

    /// <summary>Has a recording looked at again, as an event does.</summary>
    public static async Task WakeAsync(this SmallCampus campus, Guid recording)
    {
        await campus.WithAsync(async services =>
        {
            await services.GetRequiredService<Registrar>().WakeAsync(row => row.Id == recording, Ct);
            return true;
        });
        await campus.SettleAsync();
    }

    /// <summary>The row of a planned lecture's first instance.</summary>
    public static Task<MeetingRow> MeetingAsync(this SmallCampus campus, Lecture lecture) =>
        campus.ReadAsync(registry => registry.Meetings.AsNoTracking().SingleAsync(row => row.ZoomUuid == lecture.Uuid, Ct));

    /// <summary>The notice that stands for a lecture; null while there is none.</summary>
    public static async Task<NoticeRow?> NoticeAsync(this SmallCampus campus, Lecture lecture)
    {
        var meeting = await campus.MeetingAsync(lecture);
        return await campus.ReadAsync(registry =>
            registry.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.MeetingId == meeting.Id && row.RevokedAt == null, Ct)
        );
    }

    /// <summary>The link of the notice that stands, as the host has it.</summary>
    public static async Task<Uri> NoticeLinkAsync(this SmallCampus campus, Lecture lecture)
    {
        var meeting = await campus.MeetingAsync(lecture);
        var seen = (await campus.Bot.GetAsync("teacher", $"/meetings/{meeting.Id}")).Must().Json;
        return new(seen.GetProperty("notice").GetProperty("url").GetString()!);
    }

    /// <summary>A recording with everything around it.</summary>
    public static Task<RecordingRow> RecordingAsync(this SmallCampus campus, Guid id) =>
        campus.ReadAsync(registry => Whole(registry).SingleAsync(row => row.Id == id, Ct));

    /// <summary>Every recording.</summary>
    public static Task<List<RecordingRow>> RecordingsAsync(this SmallCampus campus) =>
        campus.ReadAsync(registry => Whole(registry).OrderBy(row => row.Id).ToListAsync(Ct));

    /// <summary>The open tasks of one kind.</summary>
    public static Task<List<TaskRow>> TasksAsync(this SmallCampus campus, string kind) =>
        campus.ReadAsync(registry => registry.Tasks.AsNoTracking().Where(row => row.Kind == kind && row.ClosedAt == null).ToListAsync(Ct));

    /// <summary>What a person has been told in the chat.</summary>
    public static Task<List<string>> ToldAsync(this SmallCampus campus, string account) =>
        campus.ReadAsync(async registry =>
        {
            var person = await registry.People.AsNoTracking().SingleAsync(row => row.Account == account, Ct);
            var user = DirectLineUsers.IdOf(person.Id);
            var conversations = registry.Conversations.Where(row => row.UserId == user).Select(row => row.Id);
            var said = await registry
                .ConversationActivities.Where(row => conversations.Contains(row.ConversationId))
                .OrderBy(row => row.Sequence)
                .Select(row => row.Activity)
                .ToListAsync(Ct);
            return said.ConvertAll(activity => JsonElement.Parse(activity).TryGetProperty("text", out var text) ? text.GetString()! : "");
        });

    /// <summary>How often somebody was told one of the chat's sentences.</summary>
    public static async Task<int> CountToldAsync(this SmallCampus campus, string account, string key)
    {
        var words = Placeholder().Split(BothLanguages.Chat[key].En).MaxBy(part => part.Length)!;
        return (await campus.ToldAsync(account)).Count(text => text.Contains(words, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    private static IQueryable<RecordingRow> Whole(RegistryContext registry) =>
        registry
            .Recordings.AsNoTracking()
            .Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .Include(row => row.Warnings)
            .Include(row => row.Receipts)
            .AsSplitQuery();
}
