using Microsoft.EntityFrameworkCore;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>
/// The same content on a computer twice (<c>storage.one-place</c>): a task says so until one of the two is gone. The copy in Canvas is the
/// publication, and no second copy.
/// </summary>
public sealed class SecondCopies(RegistryContext registry, Registrar registrar, ActivePack active)
{
    private const string Rule = "storage.one-place";

    /// <summary>Settings and play lists that Zoom leaves are alike in many folders; they hold nothing of a meeting.</summary>
    private const string Incidental = "other";

    /// <summary>Opens the task where what was just registered lies somewhere else too.</summary>
    public async Task NoteAsync(RecordingRow recording, CancellationToken ct)
    {
        if (active.Pack.Has(Rule) && await HasTwinAsync(recording, null, ct))
            await registrar.OpenTaskAsync(
                TaskKind.SecondCopy,
                Subject.Recording(recording.Id),
                Role.Operator,
                recording.RecorderId,
                "",
                ct,
                recording.Topic
            );
    }

    /// <summary>A recording is gone: its task ends, and those of its twins that have no other.</summary>
    public async Task EndAsync(RecordingRow gone, CancellationToken ct)
    {
        if (!active.Pack.Has(Rule))
            return;
        await registrar.CloseTaskAsync(TaskKind.SecondCopy, Subject.Recording(gone.Id), "done", "bot", ct);
        string[] hashes = [.. Telling(gone).Select(part => part.Sha256)];
        var twins = await registry
            .Recordings.AsNoTracking()
            .Include(row => row.Parts)
            .Where(row => row.Id != gone.Id && row.Parts.Any(part => hashes.Contains(part.Sha256)))
            .ToListAsync(ct);
        foreach (var twin in twins)
            if (!await HasTwinAsync(twin, gone.Id, ct))
                await registrar.CloseTaskAsync(TaskKind.SecondCopy, Subject.Recording(twin.Id), "done", "bot", ct);
    }

    private async Task<bool> HasTwinAsync(RecordingRow recording, Guid? gone, CancellationToken ct)
    {
        string[] hashes = [.. Telling(recording).Select(part => part.Sha256)];
        return await registry.Parts.AnyAsync(
            part =>
                hashes.Contains(part.Sha256)
                && part.RecordingId != recording.Id
                && part.RecordingId != gone
                && part.Copies.Any(copy => copy.Place == CopyPlace.RecorderComputer && copy.State == CopyState.Present),
            ct
        );
    }

    private static IEnumerable<PartRow> Telling(RecordingRow recording) =>
        recording.Parts.Where(part => part.Kind != Incidental && part.Size > 0 && part.Sha256.Length > 0);
}
