using KillPoints.Oracle;
using RecordingBot.Tests.Support;

namespace KillPoints;

/// <summary>What a scenario has prepared.</summary>
/// <param name="Expected">What is to be true once it is over.</param>
internal sealed record Play(Expected Expected)
{
    /// <summary>The one recording; empty where there is none yet.</summary>
    public Guid Recording { get; init; }

    /// <summary>When its course closes.</summary>
    public DateTimeOffset Closes { get; init; }

    /// <summary>Sees what is there before anything happens, and says what is expected of it.</summary>
    public static async Task<Play> OfAsync(SmallCampus campus, Guid id, Outcome outcome, CancellationToken ct)
    {
        var recording = await campus.RecordingAsync(id);
        return await OfAsync(
            campus,
            recording.Folder!,
            outcome,
            recording.Parts.SelectMany(part => part.Copies).Select(copy => copy.Locator).ToHashSet(StringComparer.Ordinal),
            ct
        ) with
        {
            Recording = id,
        };
    }

    /// <summary>The same for a folder that no recording is known of.</summary>
    public static async Task<Play> OfAsync(SmallCampus campus, string folder, Outcome outcome, HashSet<string> own, CancellationToken ct)
    {
        using var canvas = new CanvasTruth(campus.Canvas.Address);
        var disk = Disk.Read(campus.Recordings);
        var isOwn = disk.ToLookup(file => folder.Length > 0 && file.Key.StartsWith(folder + "/", StringComparison.Ordinal));
        return new(
            new Expected(
                outcome,
                CanvasStage.Course,
                folder,
                isOwn[true].ToDictionary(StringComparer.Ordinal),
                isOwn[false].ToDictionary(StringComparer.Ordinal),
                [.. (await canvas.FilesAsync(ct)).Where(file => file.IsThere && !own.Contains($"{file.Id}"))]
            )
        )
        {
            Closes = (await canvas.ClosesAsync(CanvasStage.Course, ct))!.Value,
        };
    }
}
