using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Registry;

/// <summary>Knows how entries are hashed, from the description and not from the code, and forges the log with it.</summary>
internal static class Forger
{
    public static RegistryContext Open(string file) =>
        new(new DbContextOptionsBuilder<RegistryContext>().UseSqlite($"Data Source={file};Pooling=False").Options);

    /// <summary>Hashes entries anew, one after the other; the head too where the last one is among them.</summary>
    public static async Task RehashAsync(RegistryContext registry, long from, long to, CancellationToken ct)
    {
        var entries = await registry.Audit.AsNoTracking().Where(row => row.Sequence >= from).OrderBy(row => row.Sequence).ToListAsync(ct);
        var previous = entries[0].PreviousHash!;
        foreach (var entry in entries.Where(row => row.Sequence <= to))
        {
            var hash = Hash(entry, previous);
            await registry.Database.ExecuteSqlAsync(
                $"UPDATE \"Audit\" SET \"PreviousHash\" = {previous}, \"Hash\" = {hash} WHERE \"Sequence\" = {entry.Sequence}",
                ct
            );
            previous = hash;
        }
        if (to >= entries[^1].Sequence)
            await registry.Database.ExecuteSqlAsync($"UPDATE \"AuditHead\" SET \"Hash\" = {previous}", ct);
    }

    /// <summary>SHA-256 over a version tag and every field, each with its length before it in eight bytes, big-endian; -1 for null.</summary>
    public static byte[] Hash(AuditRow entry, byte[] previous)
    {
        using var bytes = new MemoryStream();
        Add(bytes, "audit-entry-1"u8.ToArray());
        Add(bytes, Number(entry.Sequence));
        Add(bytes, Number(entry.At.UtcTicks / 10));
        foreach (
            var text in new[]
            {
                entry.Actor,
                entry.Action,
                entry.Subject,
                entry.Before,
                entry.After,
                entry.Reason,
                entry.Edition,
                entry.RequestId,
                entry.Changes,
            }
        )
            Add(bytes, text is null ? null : Encoding.UTF8.GetBytes(text));
        Add(bytes, previous);
        return SHA256.HashData(bytes.ToArray());
    }

    private static void Add(MemoryStream bytes, byte[]? field)
    {
        bytes.Write(Number(field?.Length ?? -1));
        bytes.Write(field ?? []);
    }

    private static byte[] Number(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
