using System.Net.Http.Json;
using CanvasSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Decisions;
using RecordingBot.Hosting;
using RecordingBot.Hosting.Campus;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomSimulator;

namespace RecordingBot.Tests.Channels;

/// <summary>The bot's real services over a registry of their own, beside a Canvas and a Zoom. Its host is built and not started: nothing happens but what a test does.</summary>
public sealed class BotHouse : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-chat-").FullName;
    private readonly HttpClient http = new();
    private CanvasServer canvas = null!;
    private ZoomServer zoom = null!;
    private WebApplication bot = null!;

    /// <summary>The university whose rules hold.</summary>
    public string Pack { get; init; } = "lund";

    /// <summary>The bot's clock.</summary>
    public MovableClock Clock => bot.Services.GetRequiredService<MovableClock>();

    /// <summary>Everything that the bot writes lies here.</summary>
    public string DataFolder => Path.Combine(folder, "bot");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        canvas = CanvasServer.Build(new() { DataFolder = Path.Combine(folder, "canvas"), Clock = TimeProvider.System });
        zoom = ZoomServer.Build(
            new()
            {
                DataFolder = Path.Combine(folder, "zoom"),
                RecordingsFolder = Path.Combine(folder, "zoom-recordings"),
                Clock = TimeProvider.System,
            }
        );
        await canvas.StartAsync(Ct);
        await zoom.StartAsync(Ct);
        await BuildAsync();
    }

    /// <summary>Ends the bot and builds it anew on what it left behind.</summary>
    public async Task RestartAsync()
    {
        await bot.DisposeAsync();
        await BuildAsync();
    }

    /// <summary>Does something with services of one unit of work.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>Does something at another moment; afterwards it is now again.</summary>
    public async Task AtAsync(DateTimeOffset moment, Func<IServiceProvider, Task> act)
    {
        Clock.SetTo(moment);
        await act(bot.Services);
        Clock.SetOffset(TimeSpan.Zero);
    }

    /// <summary>Reads the registry.</summary>
    public Task<T> ReadAsync<T>(Func<RegistryContext, Task<T>> read) =>
        WithAsync(services => read(services.GetRequiredService<RegistryContext>()));

    /// <summary>A sample account's person.</summary>
    public async Task<PersonRow> PersonAsync(string account) =>
        await WithAsync(services => services.GetRequiredService<People>().FindByAccountAsync(account, Ct))
        ?? throw new InvalidOperationException("The sample accounts are not seeded.");

    /// <summary>A person at the chat.</summary>
    public async Task<Talker> TalkerAsync(string account) => new(this, (await PersonAsync(account)).Id);

    /// <summary>Schedules a meeting in Zoom, tomorrow or later, for two hours; the registry knows it afterwards.</summary>
    public async Task<MeetingRow> PlanAsync(string topic, string? courseId, string host = "teacher", int days = 1)
    {
        var plan = new
        {
            host,
            topic,
            startsAt = Clock.GetUtcNow().AddDays(days),
            minutes = 120,
            courseId,
        };
        using var answer = await http.PostAsJsonAsync(new Uri(zoom.Address, "/sandbox/meetings"), plan, Ct);
        answer.EnsureSuccessStatusCode();
        var person = await PersonAsync(host);
        return await WithAsync(async services =>
        {
            var meetings = await services.GetRequiredService<MeetingCatalogue>().UpcomingAsync(person, Ct);
            var meeting = meetings.Single(meeting => meeting.Topic == topic);
            // Its course is told by the event of its making, which nobody hears here; asked for by its number, Zoom says the same.
            var told = await services.GetRequiredService<ZoomClient>().Meetings.GetAsync(new(meeting.ZoomId!.Value), Ct);
            await services.GetRequiredService<MeetingBook>().StoreAsync(told, Ct);
            await services.GetRequiredService<RegistryContext>().SaveChangesAsync(Ct);
            return meeting;
        });
    }

    /// <summary>A new course of both teachers, of which nobody has decided anything yet.</summary>
    public async Task<string> NewCourseAsync()
    {
        var course = await CanvasAsync(
            "accounts/1/courses",
            ("course[name]", "A new course"),
            ("course[course_code]", "NEW"),
            ("offer", "true")
        );
        foreach (var user in new[] { "2", "4" })
            await CanvasAsync(
                $"courses/{course}/enrollments",
                ("enrollment[user_id]", user),
                ("enrollment[type]", "TeacherEnrollment"),
                ("enrollment[enrollment_state]", "active")
            );
        return course;
    }

    /// <summary>Makes Canvas fail for its next calls.</summary>
    public async Task BreakCanvasAsync(int times)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(canvas.Address, "/sandbox/faults"), new { fault = "status-500", times }, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends the faults.</summary>
    public async Task MendCanvasAsync()
    {
        using var answer = await http.DeleteAsync(new Uri(canvas.Address, "/sandbox/faults"), Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Decides for a meeting as the HTTP door does.</summary>
    public async Task<MeetingDecision> DecideAsync(Guid meetingId, System.Text.Json.Nodes.JsonObject body, string account = "teacher")
    {
        var person = await PersonAsync(account);
        return await WithAsync(services =>
            services.GetRequiredService<DecisionDesk>().DecideForMeetingAsync(meetingId, body, person, "http", Ct)
        );
    }

    /// <summary>Whether the bot wrote a text anywhere in its folder.</summary>
    public bool Wrote(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(DataFolder, "*", SearchOption.AllDirectories).Any(file => Bytes(file).AsSpan().IndexOf(bytes) >= 0);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await zoom.DisposeAsync();
        await canvas.DisposeAsync();
        http.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.Delete(file);
        foreach (
            var inner in Directory
                .EnumerateDirectories(folder, "*", SearchOption.AllDirectories)
                .OrderByDescending(path => path.Length)
                .Append(folder)
        )
            Directory.Delete(inner);
    }

    /// <summary>Makes something in Canvas.</summary>
    /// <returns>Its id.</returns>
    private async Task<string> CanvasAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(canvas.Address, "/api/v1/" + path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Authorization = new("Bearer", "campus-admin");
        using var answer = await http.SendAsync(request, Ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Ct)).GetProperty("id").ToString();
    }

    private async Task BuildAsync()
    {
        bot = RecordingBotHost.Build([
            "--environment",
            "Campus",
            "--data",
            DataFolder,
            "--Policy:Pack",
            Pack,
            "--Canvas:BaseUrl",
            canvas.Address.ToString(),
            "--Zoom:ApiUrl",
            new Uri(zoom.Address, "/v2").ToString(),
            "--Zoom:TokenUrl",
            new Uri(zoom.Address, "/oauth/token").ToString(),
            "--Logging:LogLevel:Default",
            "None",
        ]);
        Directory.CreateDirectory(DataFolder);
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RegistryContext>().Database.EnsureCreatedAsync(Ct);
        await scope.ServiceProvider.GetRequiredService<People>().SeedAsync(Ct);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
