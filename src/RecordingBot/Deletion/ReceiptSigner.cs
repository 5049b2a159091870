using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary>Signs deletion receipts, so that a changed one shows.</summary>
public sealed class ReceiptSigner(KeyRing keys) : IDisposable
{
    private readonly ECDsa key = keys.OpenSigningKey();
    private readonly Lock gate = new();

    /// <summary>The receipt with its signature: ECDSA P-256 over every other field.</summary>
    public ReceiptRow Sign(ReceiptRow receipt)
    {
        lock (gate)
            receipt.Signature = Convert.ToBase64String(key.SignData(Bytes(receipt), HashAlgorithmName.SHA256));
        return receipt;
    }

    /// <summary>True if every field is as it was signed.</summary>
    public bool IsGenuine(ReceiptRow receipt)
    {
        lock (gate)
            return key.VerifyData(Bytes(receipt), Convert.FromBase64String(receipt.Signature), HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();

    /// <summary>A version tag and each field with its length before it: two different receipts never give the same bytes.</summary>
    private static byte[] Bytes(ReceiptRow receipt)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[8];
        foreach (
            var field in (ReadOnlySpan<string>)
                [
                    "deletion-receipt-1",
                    receipt.Id.ToString(),
                    receipt.RecordingId.ToString(),
                    receipt.PartId.ToString(),
                    receipt.CopyId.ToString(),
                    receipt.Place,
                    receipt.Sha256,
                    receipt.Size.ToString(),
                    Moment(receipt.OrderedAt),
                    Moment(receipt.GoneAt),
                    receipt.Plan,
                    receipt.Authority,
                    receipt.Evidence,
                    receipt.Residues,
                ]
        )
        {
            var content = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
            bytes.Write(length);
            bytes.Write(content);
        }
        return bytes.ToArray();
    }

    /// <summary>To the microsecond, as the registry keeps it.</summary>
    private static string Moment(DateTimeOffset instant) => (instant.UtcTicks / 10).ToString();
}
