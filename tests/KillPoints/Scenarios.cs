using KillPoints.Oracle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Publication;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace KillPoints;

/// <summary>The stretches of a lecture's life.</summary>
internal static class Scenarios
{
    /// <summary>Somebody else's file beside the recordings.</summary>
    private const string Foreign = "holiday.mp4";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("start", 100, EmptyAsync, (campus, _) => campus.StartBotAsync()) { IsStart = true },
        new("meeting", 100, MeetingAsync, (campus, _) => campus.AdvanceAsync(TimeSpan.FromMinutes(6))) { Rest = TimeSpan.FromMinutes(95) },
        new("register", 30, LeftAsync, (campus, _) => campus.FindAsync()),
        Asking("publish", 80, RecordedAsync, PublishAsync),
        Asking("take back", 40, campus => PublishedAsync(campus, Outcome.Hidden), TakeBackAsync),
        Asking("remove", 100, async campus => Asked(await PublishedAsync(campus, Outcome.Gone)), RemoveAsync),
        Passing("warn", 30, TimeSpan.FromDays(30), Outcome.Shown),
        Passing("end", 100, TimeSpan.Zero, Outcome.Gone),
        new("hold", 30, async campus => Held(await BeforeAsync(campus, TimeSpan.Zero, Outcome.Hidden)), HoldAsync),
        Passing("moved later", 30, TimeSpan.Zero, Outcome.Shown) with
        {
            Prepare = LaterAsync,
        },
        Passing("moved earlier", 40, -2 * Minute, Outcome.Hidden) with
        {
            Prepare = EarlierAsync,
        },
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One of them.</summary>
    public static Scenario Named(string name) => All.Single(scenario => scenario.Name == name);

    private static async Task<Play> EmptyAsync(SmallCampus campus)
    {
        await campus.StartPeersAsync();
        return await Play.OfAsync(campus, "", Outcome.None, [], Ct);
    }

    /// <summary>It began while the bot was away: Zoom's first word of it comes again.</summary>
    private static async Task<Play> MeetingAsync(SmallCampus campus)
    {
        await campus.InitializeAsync();
        var lecture = await DecidedAsync(campus);
        await campus.MoveToAsync(lecture.StartsAt);
        await campus.StopBotAsync();
        await campus.Zoom.StartAsync(lecture);
        await campus.Zoom.JoinAsync(lecture, "Guest");
        (await campus.Zoom.RecordAsync(lecture)).Must();
        return await Play.OfAsync(campus, "", Outcome.None, [], Ct);
    }

    private static async Task<Play> LeftAsync(SmallCampus campus)
    {
        await campus.InitializeAsync();
        var folder = await campus.HoldAsync(await DecidedAsync(campus));
        await LeaveForeignAsync(campus);
        return await Play.OfAsync(campus, folder, Outcome.Registered, [], Ct);
    }

    /// <summary>Where it goes in Canvas lies somebody else's file of the very name.</summary>
    private static async Task<Play> RecordedAsync(SmallCampus campus)
    {
        await campus.InitializeAsync();
        await LeaveForeignAsync(campus);
        var lecture = await DecidedAsync(campus);
        await campus.HoldAsync(lecture);
        await campus.FindAsync();
        await HappenAsync(campus, async () => await PublishAsync(campus, Assert.Single(await campus.RecordingsAsync()).Id));
        var folder = campus.Leave(lecture.StartsAt.AddMinutes(30), lecture.Topic, lecture.ZoomId);
        await campus.FindAsync();
        var recording = (await campus.RecordingsAsync()).Single(row => row.Folder == folder);
        var name = campus.Services.GetRequiredService<CourseTexts>().FileNameOf(recording, ".mp4");
        foreach (var place in (await campus.Canvas.FilesAsync()).Select(file => file.FolderId).Distinct())
            await campus.Canvas.AddFileAsync(name, place);
        return await Play.OfAsync(campus, recording.Id, Outcome.Shown, Ct);
    }

    /// <summary>A session of one video, and with it what was written in the meeting's chat.</summary>
    private static async Task<Play> PublishedAsync(SmallCampus campus, Outcome outcome, bool withChat = false)
    {
        await campus.InitializeAsync();
        await LeaveForeignAsync(campus);
        var lecture = await DecidedAsync(campus);
        await campus.BeginAsync(lecture);
        await campus.MoveToAsync(lecture.EndsAt);
        await campus.EndAsync(lecture);
        var folder = campus.Leave(lecture.StartsAt, lecture.Topic, lecture.ZoomId);
        if (withChat)
            await File.WriteAllTextAsync(Path.Combine(campus.Recordings, folder, "chat.txt"), "10:00:00 From Guest: a question", Ct);
        await campus.FindAsync();
        var id = Assert.Single(await campus.RecordingsAsync()).Id;
        await HappenAsync(campus, () => PublishAsync(campus, id));
        foreach (var place in (await campus.Canvas.FilesAsync()).Select(file => file.FolderId).Distinct())
            await campus.Canvas.AddFileAsync(Foreign, place);
        return await Play.OfAsync(campus, id, outcome, Ct);
    }

    /// <summary>A minute before one of the moments before its end.</summary>
    private static async Task<Play> BeforeAsync(SmallCampus campus, TimeSpan before, Outcome outcome)
    {
        var play = await PublishedAsync(campus, outcome, withChat: true);
        await campus.MoveToAsync(play.Closes - before - Minute);
        return play;
    }

    private static async Task<Play> LaterAsync(SmallCampus campus)
    {
        var play = await BeforeAsync(campus, TimeSpan.Zero, Outcome.Shown);
        await campus.StopBotAsync();
        await campus.Canvas.EndAtAsync(play.Closes.AddDays(60));
        return play;
    }

    private static async Task<Play> EarlierAsync(SmallCampus campus)
    {
        var play = await PublishedAsync(campus, Outcome.Hidden);
        await campus.StopBotAsync();
        await campus.Canvas.EndAtAsync(campus.Now + Minute);
        return play with { Closes = campus.Now + Minute };
    }

    /// <summary>A lecture that may be recorded. On a busy machine a bot that has only just started can keep Zoom waiting too long: then it tells again.</summary>
    private static async Task<Lecture> DecidedAsync(SmallCampus campus)
    {
        await campus.SettleAsync();
        var lecture = await campus.PlanAsync(inMinutes: 120);
        if (!await campus.ReadAsync(registry => registry.Meetings.AnyAsync(Ct)))
            await campus.AdvanceAsync(TimeSpan.FromMinutes(40));
        await campus.DecideAsync(lecture);
        return lecture;
    }

    private static async Task LeaveForeignAsync(SmallCampus campus)
    {
        Directory.CreateDirectory(campus.Recordings);
        await File.WriteAllTextAsync(Path.Combine(campus.Recordings, Foreign), "not ours", Ct);
    }

    private static Play Asked(Play play) => play with { Expected = play.Expected with { OwnerAsked = true } };

    private static Play Held(Play play) => play with { Expected = play.Expected with { Held = true } };

    private static Task PublishAsync(SmallCampus campus, Play play) => PublishAsync(campus, play.Recording);

    private static Task PublishAsync(SmallCampus campus, Guid id) =>
        AskAsync<PublicationActs>(campus, "teacher", (acts, by) => acts.PublishAsync(id, by, Ct));

    private static Task TakeBackAsync(SmallCampus campus, Play play) =>
        AskAsync<PublicationActs>(campus, "teacher", (acts, by) => acts.UnpublishAsync(play.Recording, by, Ct));

    private static Task RemoveAsync(SmallCampus campus, Play play) =>
        AskAsync<DeletionActs>(campus, "teacher", (acts, by) => acts.DeleteAsync(play.Recording, by, Ct));

    private static async Task HoldAsync(SmallCampus campus, Play play)
    {
        var reviewOn = DateOnly.FromDateTime(play.Closes.AddDays(90).UtcDateTime);
        await AskAsync<HoldActs>(
            campus,
            "dpo",
            (acts, by) => acts.HoldAsync(play.Recording, HoldKind.Dispute, "A dispute.", reviewOn, by, Ct)
        );
        await campus.MoveToAsync(play.Closes + Minute);
    }

    /// <summary>Somebody asks for something, and it happens.</summary>
    private static Scenario Asking(string name, int least, Func<SmallCampus, Task<Play>> prepare, Func<SmallCampus, Play, Task> ask) =>
        new(name, least, prepare, (campus, play) => HappenAsync(campus, () => ask(campus, play))) { Provoke = ask };

    /// <summary>A moment before the course's end comes.</summary>
    private static Scenario Passing(string name, int least, TimeSpan before, Outcome outcome) =>
        new(
            name,
            least,
            campus => BeforeAsync(campus, before, outcome),
            (campus, play) => campus.MoveToAsync(play.Closes - before + Minute)
        )
        {
            Provoke = (campus, play) =>
            {
                campus.SetClock(play.Closes - before + Minute);
                return Task.CompletedTask;
            },
        };

    private static async Task HappenAsync(SmallCampus campus, Func<Task> ask)
    {
        await ask();
        await campus.SettleAsync();
    }

    /// <summary>Somebody asks for something, as behind every door, and what follows has happened.</summary>
    private static async Task AskAsync<TActs>(SmallCampus campus, string account, Func<TActs, Caller, Task<ActResult>> ask)
        where TActs : notnull
    {
        var result = await campus.WithAsync(async services =>
        {
            var people = services.GetRequiredService<RegistryContext>().People;
            return await ask(services.GetRequiredService<TActs>(), await people.SingleAsync(person => person.Account == account, Ct));
        });
        Assert.IsType<ActResult.Done>(result);
    }
}
