using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RecordingBot.Registry;

/// <summary>
/// The hash of an audit entry: SHA-256 over a version tag and each field with its length before it (8 bytes, big-endian; all ones for a field that
/// is null), so that two different entries never give the same bytes. Not safe to share between threads.
/// </summary>
internal sealed class AuditHash
{
    /// <summary>Of SHA-256, in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    /// <summary>The hash before the first entry.</summary>
    public static byte[] Nothing => new byte[Size];

    /// <summary>The hash of an entry that follows one with this hash.</summary>
    public static byte[] Of(AuditRow entry, long sequence, string? changes, ReadOnlySpan<byte> previous)
    {
        var hash = new AuditHash();
        hash.Begin(sequence, Micros(entry.At));
        foreach (
            var field in (ReadOnlySpan<string?>)
                [entry.Actor, entry.Action, entry.Subject, entry.Before, entry.After, entry.Reason, entry.Edition, entry.RequestId, changes]
        )
            hash.Add(field);
        var result = new byte[Size];
        hash.End(previous, result);
        return result;
    }

    /// <summary>An instant as it is hashed: microseconds, as the registry keeps it.</summary>
    public static long Micros(DateTimeOffset at) => at.UtcTicks / 10;

    /// <summary>Begins an entry.</summary>
    public void Begin(long sequence, long at)
    {
        bytes.ResetWrittenCount();
        Add("audit-entry-1"u8);
        Add(sequence);
        Add(at);
    }

    /// <summary>The next field, in UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> field)
    {
        Length(field.Length);
        bytes.Write(field);
    }

    /// <summary>The next field, which is null.</summary>
    public void AddNull() => Length(-1);

    /// <summary>Ends the entry with the hash of the one before it.</summary>
    /// <param name="previous">That hash.</param>
    /// <param name="result">Takes this entry's.</param>
    public void End(ReadOnlySpan<byte> previous, Span<byte> result)
    {
        Add(previous);
        SHA256.HashData(bytes.WrittenSpan, result);
    }

    private void Add(string? field)
    {
        if (field is null)
            AddNull();
        else
            Add(Encoding.UTF8.GetBytes(field));
    }

    private void Add(long number)
    {
        Length(sizeof(long));
        Length(number);
    }

    private void Length(long length)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), length);
        bytes.Advance(sizeof(long));
    }
}
