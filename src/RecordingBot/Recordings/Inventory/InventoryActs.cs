using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Recordings.Inventory;

/// <summary>
/// Takes what was there before governance began into it, portion by portion. What is taken in is an ordinary recording from that moment on: it rests on
/// its meeting's decision, or somebody is asked; every time limit counts from then, whatever its age (I1). Whoever is asked is told once for a portion.
/// </summary>
public sealed class InventoryActs(
    RegistryContext registry,
    InventoryReader inventory,
    FoundRecordings found,
    SecondCopies secondCopies,
    Transit transit,
    Registrar registrar,
    Messenger messenger,
    Doorbell doorbell,
    TimeProvider clock
)
{
    /// <summary>Takes a portion in, whole and as it was looked at, or not at all. The same again takes nothing more.</summary>
    public async Task<(ActResult Result, TakenView Taken)> TakeAsync(TakeBody asked, Caller by, CancellationToken ct)
    {
        if (ActTexts.Reason(asked.Reason, out var reason) is { } wrong)
            return (wrong, TakenView.Nothing);
        if ((asked.Count ?? InventoryReader.Usual) is var count && count is < 1 or > InventoryReader.Largest)
            return (new ActResult.Invalid("count", ActTexts.Named("Act_PortionSize")), TakenView.Nothing);
        if (asked.Through is not { } through)
            return (new ActResult.Invalid("through", ActTexts.Named("Act_PortionUnnamed")), TakenView.Nothing);

        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        var portion = await inventory.Portion(asked.Person, count).Select(row => row.Id).ToListAsync(ct);
        var now = clock.GetUtcNow();
        if (portion is not [.., var last] || last != through || !await ClaimAsync(portion, now, ct))
        {
            await transaction.RollbackAsync(ct);
            return (await OfAnotherAsync(through, ct), TakenView.Nothing);
        }
        registrar.Audit(by.Actor, "inventory.taken", "inventory", after: $"{portion.Count} recordings", said: reason);
        List<RecordingRow> unexplained = [];
        foreach (var recording in await ReadAsync(portion, ct))
        {
            await GovernAsync(recording, by, now, ct);
            if (!recording.Unexplained)
                continue;
            unexplained.Add(recording);
            await found.AskAsync(recording, ct);
        }
        await registry.SaveChangesAsync(ct);
        var people = await TellAsync(unexplained, through, ct);
        await transaction.CommitAsync(ct);
        // What rang before the commit may have looked too early.
        await doorbell.RingAsync<Reconciler>(ct);
        return (new ActResult.Done(), new(portion.Count, people));
    }

    /// <summary>By a statement of its own, so that each is taken in once, whoever else takes; false where somebody else was faster with one of them.</summary>
    private async Task<bool> ClaimAsync(List<Guid> portion, DateTimeOffset now, CancellationToken ct)
    {
        var claimed = await registry
            .Recordings.Where(row => portion.Contains(row.Id) && row.InventoriedAt != null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.InventoriedAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.TakenInAt, now)
                        .SetProperty(row => row.NextCheckAt, now)
                        .SetProperty(row => row.Wakes, row => row.Wakes + 1),
                ct
            );
        return claimed == portion.Count;
    }

    /// <summary>The portion that is there now is another: because this one was taken in, or because of what has come or gone since it was looked at.</summary>
    private async Task<ActResult> OfAnotherAsync(Guid through, CancellationToken ct) =>
        await registry.Recordings.AnyAsync(row => row.Id == through && row.TakenInAt != null, ct)
            ? new ActResult.Done()
            : new ActResult.Refused(ActTexts.Named("Act_PortionChanged"));

    /// <summary>What was claimed, tracked: nobody else writes it until this is committed.</summary>
    private Task<List<RecordingRow>> ReadAsync(List<Guid> portion, CancellationToken ct) =>
        registry
            .Recordings.Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .Where(row => portion.Contains(row.Id))
            .OrderBy(row => row.RecordedAt)
            .AsSplitQuery()
            .ToListAsync(ct);

    /// <summary>From now on it rests on its meeting's decision, where that keeps it where it lies; else it is unexplained.</summary>
    private async Task GovernAsync(RecordingRow recording, Caller by, DateTimeOffset now, CancellationToken ct)
    {
        var meeting = await registry.Meetings.SingleAsync(row => row.Id == recording.MeetingId, ct);
        var decision = await found.DecisionOfAsync(meeting, recording.CloudUuid is not null, ct);
        found.Place(recording, meeting, decision);
        registrar
            .Audit(by.Actor, "recording.taken-in", Subject.Recording(recording.Id), after: decision?.Id.ToString())
            .With(nameof(RecordingRow.InventoriedAt), null)
            .With(nameof(RecordingRow.TakenInAt), now);
        await secondCopies.NoteAsync(recording, ct);
        await transit.BeginAsync(recording, decision, ct);
    }

    /// <summary>One message to each person, however many of theirs are in the portion.</summary>
    private async Task<int> TellAsync(List<RecordingRow> unexplained, Guid through, CancellationToken ct)
    {
        var owners = unexplained.Where(row => row.RecorderId is not null).GroupBy(row => row.RecorderId!.Value).ToList();
        foreach (var owner in owners)
            await messenger.TellAsync(
                owner.Key,
                new ChatText("InventoryTaken", [owner.Count()], [new("Justify", "justify"), new("Delete", "delete")]) { Asks = new(null) },
                ct,
                $"inventory {through}"
            );
        return owners.Count;
    }
}
