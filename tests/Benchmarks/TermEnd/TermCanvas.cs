using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CanvasSimulator;

namespace Benchmarks.TermEnd;

/// <summary>A Canvas with a term's courses and files, under its throttle.</summary>
internal sealed class TermCanvas : IAsyncDisposable
{
    /// <summary>What a call costs: as little as Canvas says that calls do (0.1 to 3).</summary>
    public const double Cost = 0.1;

    /// <summary>What a bucket holds before calls are refused, and what flows out of it in a second: Canvas's own figures.</summary>
    private const double Full = 600;
    private const double Leak = 10;

    private readonly CanvasServer server;
    private readonly HttpClient http;

    private TermCanvas(CanvasServer server) => (this.server, http) = (server, new() { BaseAddress = server.Address });

    public Uri Address => server.Address;

    public static async Task<TermCanvas> StartAsync(Term term, string folder, CancellationToken ct)
    {
        // One that is new writes down its sample accounts; the term is added to them.
        await using (CanvasServer.Build(Options(folder)))
            await AddAsync(term, Path.Combine(folder, "canvas.json"), ct);
        var server = CanvasServer.Build(Options(folder));
        await server.StartAsync(ct);
        var canvas = new TermCanvas(server);
        using var on = await canvas.http.PostAsJsonAsync("/sandbox/throttle", new { cost = Cost }, ct);
        on.EnsureSuccessStatusCode();
        return canvas;
    }

    /// <summary>The calls that were answered, those that the throttle refused, and the files that are still there.</summary>
    public async Task<(int Served, int Refused, int Files)> ReadAsync(CancellationToken ct)
    {
        var throttle = await http.GetFromJsonAsync<JsonElement>("/sandbox/throttle", ct);
        var files = await http.GetFromJsonAsync<JsonElement>("/sandbox/files", ct);
        return (
            throttle.GetProperty("served").GetInt32(),
            throttle.GetProperty("refused").GetInt32(),
            files.EnumerateArray().Count(file => file.GetProperty("state").GetString() != "deleted")
        );
    }

    /// <summary>In how many seconds the throttle lets so many calls through at best.</summary>
    public static double Least(int calls) => Math.Max(0, ((calls * Cost) - Full) / Leak);

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return server.DisposeAsync();
    }

    private static CanvasServerOptions Options(string folder) =>
        new()
        {
            DataFolder = folder,
            Clock = TimeProvider.System,
            Durable = false,
        };

    private static async Task AddAsync(Term term, string file, CancellationToken ct)
    {
        var truth = JsonNode.Parse(await File.ReadAllTextAsync(file, ct))!.AsObject();
        var id = 5_000_000L;
        for (var course = 1; course <= term.Courses; course++)
        {
            var (courseId, section, folder) = (Term.CourseId(course), ++id, ++id);
            Add(
                "Courses",
                new
                {
                    Id = courseId,
                    AccountId = 1,
                    TermId = 1,
                    Name = $"Course {course}",
                    Code = $"C{course}",
                    Uuid = $"course-{course}",
                    State = "available",
                    CreatedAt = term.Closes.AddDays(-120),
                    StartAt = term.Closes.AddDays(-120),
                    EndAt = term.Closes,
                    Restrict = true,
                }
            );
            Add(
                "Sections",
                new
                {
                    Id = section,
                    CourseId = courseId,
                    Name = $"Course {course}",
                }
            );
            Add(
                "Folders",
                new
                {
                    Id = folder,
                    CourseId = courseId,
                    Name = "course files",
                }
            );
            Add(
                "Modules",
                new
                {
                    Id = Term.ModuleId(course),
                    CourseId = courseId,
                    Name = "Recordings",
                    Position = 1,
                    Published = true,
                }
            );
            for (var number = ((course - 1) * Term.PerCourse) + 1; number <= Math.Min(course * Term.PerCourse, term.Count); number++)
                AddFile(number, courseId, folder, Term.ModuleId(course));
        }
        truth["LastId"] = 10_000_000;
        await File.WriteAllTextAsync(file, truth.ToJsonString(), ct);

        void Add(string list, object thing) => truth[list]!.AsArray().Add(JsonSerializer.SerializeToNode(thing));

        void AddFile(int number, long course, long folder, long module)
        {
            Add(
                "Files",
                new
                {
                    Id = Term.FileId(number),
                    CourseId = course,
                    FolderId = folder,
                    Uuid = $"file-{number}",
                    Name = $"lecture-{number}.mp4",
                    ContentType = "video/mp4",
                    Size = Term.Content(number).Length,
                    Sha256 = Term.Sha256(number),
                    State = "available",
                    LockAt = term.Closes,
                    CreatedAt = term.Closes.AddDays(-40),
                    UpdatedAt = term.Closes.AddDays(-40),
                    UploaderId = 1,
                }
            );
            Add(
                "Items",
                new
                {
                    Id = Term.ItemId(number),
                    ModuleId = module,
                    Type = "File",
                    Title = "Lecture",
                    ContentId = Term.FileId(number),
                    Position = number,
                    Published = true,
                }
            );
        }
    }
}
