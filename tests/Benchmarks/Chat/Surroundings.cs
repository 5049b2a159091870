using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CanvasSimulator;
using ZoomSimulator;

namespace Benchmarks.Chat;

/// <summary>The Canvas and the Zoom around the bot, where each teacher has a course and a scheduled meeting of it.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private readonly string folder;
    private readonly CanvasServer canvas;
    private readonly ZoomServer zoom;

    private Surroundings(string folder, CanvasServer canvas, ZoomServer zoom) =>
        (this.folder, this.canvas, this.zoom) = (folder, canvas, zoom);

    /// <summary>Starts them, in a new folder among the temporary ones.</summary>
    public static async Task<Surroundings> StartAsync(int teachers, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("recordingbot-chat-").FullName;
        var recordings = Directory.CreateDirectory(Path.Combine(folder, "zoom-recordings")).FullName;
        var zoomFolder = Directory.CreateDirectory(Path.Combine(folder, "zoom")).FullName;
        await File.WriteAllTextAsync(Path.Combine(zoomFolder, "zoom.json"), Users(teachers), ct);
        var canvas = CanvasServer.Build(new() { DataFolder = Path.Combine(folder, "canvas"), Clock = TimeProvider.System });
        var zoom = ZoomServer.Build(
            new()
            {
                DataFolder = zoomFolder,
                RecordingsFolder = recordings,
                Clock = TimeProvider.System,
            }
        );
        await canvas.StartAsync(ct);
        await zoom.StartAsync(ct);
        var made = new Surroundings(folder, canvas, zoom);
        using var http = new HttpClient();
        for (var teacher = 0; teacher < teachers; teacher++)
            await made.PlanAsync(http, teacher, ct);
        return made;
    }

    /// <summary>The settings of a bot that lives in them, with its teachers.</summary>
    public IReadOnlyList<string> BotSettings(int teachers) =>
        [
            "--environment=Campus",
            $"--data={Path.Combine(folder, "bot")}",
            "--Urls=http://127.0.0.1:0",
            $"--Canvas:BaseUrl={canvas.Address}",
            $"--Zoom:ApiUrl={new Uri(zoom.Address, "/v2")}",
            $"--Zoom:TokenUrl={new Uri(zoom.Address, "/oauth/token")}",
            $"--Agent:Folders:0={Path.Combine(folder, "zoom-recordings")}",
            "--Campus:ControlUrl=http://127.0.0.1:9", // nobody moves the clock
            "--Logging:Console:LogToStandardErrorThreshold=Trace",
            "--Logging:LogLevel:Default=Warning",
            .. Enumerable.Range(0, teachers).SelectMany(PersonSettings),
        ];

    public async ValueTask DisposeAsync()
    {
        await zoom.DisposeAsync();
        await canvas.DisposeAsync();
    }

    private static string ZoomId(int teacher) => "zoom-" + BotProgram.Account(teacher);

    /// <summary>The sample accounts of Campus come first.</summary>
    private static IEnumerable<string> PersonSettings(int teacher)
    {
        var person = "--People:" + (100 + teacher).ToString(CultureInfo.InvariantCulture);
        return
        [
            $"{person}:Account={BotProgram.Account(teacher)}",
            $"{person}:DisplayName=Teacher",
            $"{person}:Roles:0=teacher",
            $"{person}:ZoomUserId={ZoomId(teacher)}",
            $"{person}:Language=en",
        ];
    }

    private static string Users(int teachers) =>
        JsonSerializer.Serialize(
            new
            {
                users = Enumerable
                    .Range(0, teachers)
                    .Select(teacher => new
                    {
                        account = BotProgram.Account(teacher),
                        id = ZoomId(teacher),
                        email = $"{BotProgram.Account(teacher)}@campus.example.edu",
                        displayName = "Teacher",
                    }),
            }
        );

    private async Task PlanAsync(HttpClient http, int teacher, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var course = new HttpRequestMessage(HttpMethod.Post, new Uri(canvas.Address, "/api/v1/accounts/1/courses"))
        {
            Content = new FormUrlEncodedContent([
                new("course[name]", "A course"),
                new("course[course_code]", "COURSE"),
                new("course[start_at]", now.AddDays(-1).ToString("O", CultureInfo.InvariantCulture)),
                new("course[end_at]", now.AddDays(90).ToString("O", CultureInfo.InvariantCulture)),
                new("course[restrict_enrollments_to_course_dates]", "true"),
                new("offer", "true"),
            ]),
        };
        course.Headers.Authorization = new("Bearer", "campus-admin");
        using var made = (await http.SendAsync(course, ct)).EnsureSuccessStatusCode();
        var meeting = new
        {
            host = BotProgram.Account(teacher),
            topic = "Lecture",
            startsAt = now.AddDays(1),
            minutes = 90,
            courseId = (await made.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").ToString(),
        };
        using var planned = (await http.PostAsJsonAsync(new Uri(zoom.Address, "/sandbox/meetings"), meeting, ct)).EnsureSuccessStatusCode();
    }
}
