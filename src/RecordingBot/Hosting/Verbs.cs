using System.CommandLine;
using RecordingBot.Decisions;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>The command line (design.md 5). A verb needs only what it uses, and writes nothing.</summary>
public static class Verbs
{
    /// <summary>Runs a verb; status 2 for bad input, with errors on standard error.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("RecordingBot: governs recorded teaching. Without a verb it starts the server.")
        {
            new DecideCommand(ReadPacks).Create(),
            new Command("packs", "Looks at policy packs.") { new PacksCheckCommand(PacksFolder).Create() },
            new Command("course", "Looks at a Canvas course.") { CourseWhyCommand.Create() },
            new Command("audit", "Looks at the audit log.") { AuditVerifyCommand.Create(), AuditReplayCommand.Create() },
            new Command("receipt", "Looks at deletion receipts.") { ReceiptVerifyCommand.Create() },
            new Command("canvas", "Looks at the bot's access to Canvas.") { CanvasCheckCommand.Create() },
            new Command("zoom", "Looks at the bot's app and its work in Zoom.") { ZoomCheckCommand.Create(), ZoomGateCommand.Create() },
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        return 2;
    }

    private static PackLibrary ReadPacks() => PackReader.ReadFolder(PacksFolder());

    private static string PacksFolder() => (VerbSettings.Read().GetSection("Policy").Get<PolicyOptions>() ?? new()).FullFolder;
}
