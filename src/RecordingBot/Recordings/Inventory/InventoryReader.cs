using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Recordings.Inventory;

/// <summary>Reads what was there before governance began: whose it is, where it lies, and what would be taken in next.</summary>
public sealed class InventoryReader(RegistryContext registry, GovernanceStart start)
{
    /// <summary>How many recordings a portion has where nobody says otherwise.</summary>
    public const int Usual = 25;

    /// <summary>How many it may have.</summary>
    public const int Largest = 200;

    private const int MostItems = 100;

    private IQueryable<RecordingRow> All => registry.Recordings.AsNoTracking().Where(row => row.InventoriedAt != null);

    /// <summary>What lies there, and the next portion of one person's, or of everybody's.</summary>
    public async Task<InventoryView> ReadAsync(Guid? person, int count, CancellationToken ct)
    {
        var groups = await All.GroupBy(row => new { row.RecorderId, InCloud = row.CloudUuid != null })
            .Select(group => new
            {
                group.Key.RecorderId,
                group.Key.InCloud,
                Count = group.Count(),
                Oldest = group.Min(row => row.RecordedAt),
            })
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.RecorderId)
            .ThenBy(group => group.InCloud)
            .Take(MostItems)
            .ToListAsync(ct);
        var sizes = await registry
            .Parts.Join(
                All,
                part => part.RecordingId,
                row => row.Id,
                (part, row) =>
                    new
                    {
                        row.RecorderId,
                        InCloud = row.CloudUuid != null,
                        part.Size,
                    }
            )
            .GroupBy(part => new { part.RecorderId, part.InCloud })
            .Select(group => new { group.Key, Size = group.Sum(part => part.Size) })
            .ToListAsync(ct);
        var ids = groups.Select(group => group.RecorderId).OfType<Guid>().ToHashSet();
        var names = await registry
            .People.AsNoTracking()
            .Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.DisplayName ?? one.Account, ct);
        return new(
            start.At,
            await All.CountAsync(ct),
            sizes.Sum(group => group.Size),
            [
                .. groups.Select(group => new InventoryItemView(
                    group.RecorderId,
                    group.RecorderId is { } id ? names.GetValueOrDefault(id) : null,
                    group.InCloud ? CopyPlace.ZoomCloud : CopyPlace.RecorderComputer,
                    group.Count,
                    sizes.Find(size => size.Key.RecorderId == group.RecorderId && size.Key.InCloud == group.InCloud)?.Size ?? 0,
                    group.Oldest
                )),
            ],
            Show(await Portion(person, count).ToListAsync(ct))
        );
    }

    /// <summary>The oldest of one person's, or of everybody's.</summary>
    public IQueryable<RecordingRow> Portion(Guid? person, int count) =>
        All.Where(row => person == null || row.RecorderId == person).OrderBy(row => row.RecordedAt).ThenBy(row => row.Id).Take(count);

    private static PortionView? Show(List<RecordingRow> portion) =>
        portion is [var first, ..] && portion[^1] is var last
            ? new(
                portion.Count,
                portion.Select(row => row.RecorderId).OfType<Guid>().Distinct().Count(),
                portion.Count(row => row.RecorderId is null),
                first.RecordedAt!.Value,
                last.RecordedAt!.Value,
                last.Id
            )
            : null;
}
