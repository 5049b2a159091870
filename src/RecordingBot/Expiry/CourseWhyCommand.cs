using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using CanvasConnector;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingPolicy.Packs;

namespace RecordingBot.Expiry;

/// <summary><c>course why ID [--json]</c>: when a course closes to its students, and why then. Asks Canvas and keeps nothing.</summary>
public static class CourseWhyCommand
{
    private static readonly JsonSerializerOptions Shown = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Canvas's course id." };
        var json = new Option<bool>("--json") { Description = "Print what GET /api/v1/courses/ID/lifetime answers." };
        var command = new Command("why", "Tells when a course closes to its students, and why then.") { id, json };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(id), parsed.GetValue(json), parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(string id, bool json, InvocationConfiguration console, CancellationToken ct)
    {
        var settings = VerbSettings.Read();
        if (!CanvasId.TryParse<CanvasConnector.Courses.Course>(id, out _))
        {
            await console.Error.WriteLineAsync($"ID: '{id}' is not a Canvas id: a whole number, as in the course's address.");
            return 2;
        }

        return await CanvasVerb.RunAsync(
            settings,
            console,
            async canvas =>
            {
                var pack = PackOf(settings);
                var closing = pack?.Closing ?? ClosingRule.Students;
                var course = await new CourseReader(canvas, closing).ReadAsync(id, ct);
                var words = new CourseWords(pack?.TimeZone ?? TimeZoneInfo.Utc, closing);
                var view = LifetimeView.Of(course, words.Why(course), words.Change(course));
                await console.Output.WriteLineAsync(json ? JsonSerializer.Serialize(view, Shown) : InWords(view));
                return 0;
            }
        );
    }

    private static string InWords(LifetimeView view)
    {
        var said = CourseWords.Two(view.Why, view.Change);
        return $"{said.Sv}\n{said.En}";
    }

    /// <summary>The pack decides which closing counts and in which zone it is told; an unfinished or missing one is no hindrance.</summary>
    private static PolicyPack? PackOf(IConfiguration settings)
    {
        var options = settings.GetSection("Policy").Get<PolicyOptions>() ?? new();
        return PackReader.ReadFolder(options.FullFolder).Packs.GetValueOrDefault(options.Pack);
    }
}
