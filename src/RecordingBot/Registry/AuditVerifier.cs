using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace RecordingBot.Registry;

/// <summary>
/// Goes through the audit once, holding one entry at a time: every number, every link, every hash, every value that is not erased; then the head and the
/// checkpoints. Names the first thing that is wrong.
/// </summary>
internal sealed class AuditVerifier
{
    private static readonly string[] Fields = ["", "actor", "subject", "before", "after", "reason"];

    private readonly Queue<(AuditCheckpoint Checkpoint, string Where)> checkpoints;
    private readonly AuditHash hash = new();
    private readonly byte[] previous = new byte[AuditHash.Size];
    private readonly byte[] own = new byte[AuditHash.Size];
    private readonly byte[] commitment = new byte[2 * SHA256.HashSizeInBytes];
    private long last;
    private long entries;
    private bool isChained;

    private AuditVerifier(IEnumerable<(AuditCheckpoint Checkpoint, string Where)> checkpoints) =>
        this.checkpoints = new(checkpoints.OrderBy(one => one.Checkpoint.Size));

    /// <summary>Verifies.</summary>
    /// <param name="connection">An open connection to the registry; nothing is written.</param>
    /// <param name="checkpoints">Genuine checkpoints, each with the place that it was read from.</param>
    /// <param name="from">The first entry to look at; the link of that one to the entry before it is taken as it stands.</param>
    /// <param name="ct">Stops.</param>
    public static AuditVerdict Verify(
        DbConnection connection,
        IEnumerable<(AuditCheckpoint Checkpoint, string Where)> checkpoints,
        long from,
        CancellationToken ct
    )
    {
        // What is written meanwhile doesn't seem to be too much.
        using var transaction = AuditScan.Snapshot(connection);
        var head = ReadHead(connection, transaction);
        var verifier = new AuditVerifier(checkpoints.Where(one => one.Checkpoint.Size >= from)) { last = from - 1 };
        var wrong = from > 1 ? verifier.BeginAfter(connection, transaction, from - 1) : null;
        using AuditScan scan = connection is SqliteConnection fast
            ? new SqliteAuditScan(fast, from)
            : new DbAuditScan(connection, transaction, from);
        while (wrong is null && scan.Read())
        {
            ct.ThrowIfCancellationRequested();
            wrong = scan.Number(AuditScan.Sequence) == verifier.last && verifier.entries > 0 ? null : verifier.Entry(scan);
            wrong ??= verifier.ValueOf(scan);
        }
        wrong ??= verifier.End(head);
        if (wrong is not null)
            return new(AuditVerdict.Broken, verifier.entries, wrong);
        return verifier.checkpoints.TryPeek(out var newer)
            ? new(
                AuditVerdict.Newer,
                verifier.entries,
                $"{newer.Where}: the checkpoint knows of {newer.Checkpoint.Size} entries, and the log ends with entry {verifier.last}: entries were removed from its end."
            )
            : new(0, verifier.entries, null);
    }

    private static (long Sequence, byte[] Hash)? ReadHead(DbConnection connection, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ("""SELECT "Sequence", "Hash" FROM "AuditHead" """, transaction);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), (byte[])reader.GetValue(1)) : null;
    }

    /// <summary>Begins in the middle: with the hash that the entry before says of itself.</summary>
    private string? BeginAfter(DbConnection connection, DbTransaction transaction, long before)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (
            string.Create(CultureInfo.InvariantCulture, $"""SELECT "Hash" FROM "Audit" WHERE "Sequence" = {before}"""),
            transaction
        );
        if (command.ExecuteScalar() is not byte[] { Length: AuditHash.Size } hashed)
            return $"Entry {before} is missing, or has no hash: the one after it can't be the first.";
        hashed.CopyTo(previous, 0);
        isChained = true;
        return null;
    }

    private string? Entry(AuditScan scan)
    {
        var sequence = scan.Number(AuditScan.Sequence);
        var hasHash = scan.TryBytes(AuditScan.Hash, out var hashed);
        // Before the chain there may be gaps: nothing promised that there are none.
        if (sequence != last + 1 && (isChained || (hasHash && last == 0)))
            return sequence == last + 2 ? $"Entry {last + 1} is missing." : $"Entries {last + 1} to {sequence - 1} are missing.";
        if (isChained && !hasHash)
            return $"Entry {sequence} has no hash.";
        if (hasHash && !scan.Bytes(AuditScan.PreviousHash).SequenceEqual(previous))
            return last == 0
                ? $"Entry {sequence} is not the first that was written: it says that one went before it."
                : $"Entry {sequence} does not follow entry {last} as that one is: one of them was replaced, put in or moved.";
        Compute(scan, sequence);
        if (hasHash && !hashed.SequenceEqual(own))
            return $"Entry {sequence} was changed: its hash is not that of its fields.";
        own.CopyTo(previous, 0);
        (isChained, last, entries) = (isChained || hasHash, sequence, entries + 1);
        return AtCheckpoints();
    }

    private void Compute(AuditScan scan, long sequence)
    {
        hash.Begin(sequence, scan.Number(AuditScan.At));
        for (var column = AuditScan.FirstText; column <= AuditScan.LastText; column++)
        {
            if (scan.TryBytes(column, out var field))
                hash.Add(field);
            else
                hash.AddNull();
        }
        hash.End(previous, own);
    }

    private string? AtCheckpoints()
    {
        while (checkpoints.TryPeek(out var next) && next.Checkpoint.Size <= last)
        {
            var (checkpoint, where) = checkpoints.Dequeue();
            if (checkpoint.Size == last && !string.Equals(checkpoint.Hash, Convert.ToHexStringLower(previous), StringComparison.Ordinal))
                return $"Entry {last} is not the one of the checkpoint in {where}: the log was written anew up to there.";
        }
        return null;
    }

    /// <summary>A value that isn't erased is the one that was committed to.</summary>
    private string? ValueOf(AuditScan scan)
    {
        if (!scan.TryBytes(AuditScan.Salt, out var salt))
            return null;
        var field = (int)scan.Number(AuditScan.ValueField);
        var name = field > 0 && field < Fields.Length ? Fields[field] : null;
        var column = field is (int)AuditField.Actor ? AuditScan.FirstText : AuditScan.FirstText + field;
        return name is not null && IsCommitted(scan.Bytes(column), salt, scan.Bytes(AuditScan.Value))
            ? null
            : $"Entry {last}: the value kept for its {name ?? "fields"} is not the one that it was made with.";
    }

    private bool IsCommitted(ReadOnlySpan<byte> text, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> value)
    {
        var kind = value.IndexOf((byte)':');
        if (kind < 0 || !text.StartsWith(value[..kind]) || !text[kind..].StartsWith(":sha256:"u8))
            return false;
        Span<byte> salted =
            salt.Length + value.Length <= 1024 ? stackalloc byte[salt.Length + value.Length] : new byte[salt.Length + value.Length];
        salt.CopyTo(salted);
        value.CopyTo(salted[salt.Length..]);
        Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(salted, computed);
        return Convert.TryToHexStringLower(computed, commitment, out _) && text[(kind + ":sha256:".Length)..].StartsWith(commitment);
    }

    private string? End((long Sequence, byte[] Hash)? head) =>
        head is not var (sequence, hashed) ? "The head of the log is missing."
        : sequence > last
            ? $"The log ends with entry {last}, and its head says {sequence}: entries were removed from its end, or the head was changed."
        : sequence < last
            ? $"The log goes on to entry {last}, and its head says {sequence}: the head was changed, or entries were added beside it."
        : !hashed.AsSpan().SequenceEqual(previous) ? $"The head was changed: its hash is not that of entry {last}."
        : null;
}
