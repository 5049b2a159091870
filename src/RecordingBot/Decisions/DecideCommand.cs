using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>
/// <c>decide --pack NAME FILE|-</c>: the decision for a request, as JSON on standard output. A request that can't be read is told of on
/// standard error by JSON path, with status 2 and nothing on standard output. Needs only the packs.
/// </summary>
/// <param name="packs">Reads the packs when they are needed.</param>
public sealed class DecideCommand(Func<PackLibrary> packs)
{
    private const int BadInput = 2;

    private static readonly JsonSerializerOptions Shown = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The verb, to be added to the program's root command.</summary>
    public Command Create()
    {
        Option<string> pack = new("--pack") { Description = "The policy pack; the request must name the same.", Required = true };
        Argument<string> file = new("FILE") { Description = "A request as JSON; - reads standard input." };
        Command command = new("decide", "Decides a request and says why.") { pack, file };
        command.SetAction(
            (parsed, ct) =>
                RunAsync(
                    parsed.GetRequiredValue(pack),
                    parsed.GetRequiredValue(file),
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    ct
                )
        );
        return command;
    }

    private async Task<int> RunAsync(string pack, string file, TextWriter output, TextWriter error, CancellationToken ct)
    {
        using var request = await ReadAsync(file, error, ct);
        if (request is null)
            return BadInput;
        var library = packs();
        if (!library.Packs.TryGetValue(pack, out var known))
            return Tell(error, "pack", BothLanguages.Chat["Error_UnknownPack"].En);
        var reading = RequestReader.Read(request.RootElement, library.Packs, pack);
        if (!reading.IsReadable)
        {
            foreach (var found in reading.Errors)
                Tell(error, found.Path, found.Message.En);
            return BadInput;
        }
        await output.WriteLineAsync(DecisionJson.ToJson(Decider.Decide(reading.Request, known)).ToJsonString(Shown).AsMemory(), ct);
        return 0;
    }

    private static async Task<JsonDocument?> ReadAsync(string file, TextWriter error, CancellationToken ct)
    {
        try
        {
            await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(Path.GetFullPath(file));
            return await JsonDocument.ParseAsync(stream, RequestReader.JsonOptions, ct);
        }
        catch (JsonException)
        {
            Tell(error, "$", BothLanguages.Chat["Error_NotJson"].En);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Tell(error, "FILE", BothLanguages.Chat["Error_NoFile"].En);
        }
        return null;
    }

    private static int Tell(TextWriter error, string path, string message)
    {
        error.WriteLine($"{path}: {message}");
        return BadInput;
    }
}
