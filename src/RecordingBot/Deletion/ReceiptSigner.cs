using System.Security.Cryptography;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary>Signs deletion receipts, so that a changed one shows.</summary>
public sealed class ReceiptSigner : IDisposable
{
    private readonly ECDsa key;
    private readonly Lock gate = new();

    public ReceiptSigner(KeyRing keys)
    {
        key = keys.OpenSigningKey();
        PublicKey = PublicKey.Of(key);
    }

    /// <summary>What anybody checks its receipts with.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>The receipt with its signature: ECDSA P-256 over every other field.</summary>
    public ReceiptRow Sign(ReceiptRow receipt)
    {
        receipt.PublicKey = PublicKey.Text;
        lock (gate)
            receipt.Signature = Convert.ToBase64String(key.SignData(ReceiptBytes.Of(receipt), HashAlgorithmName.SHA256));
        return receipt;
    }

    /// <summary>True if every field is as it was signed.</summary>
    public bool IsGenuine(ReceiptRow receipt) => PublicKey.HasSigned(ReceiptBytes.Of(receipt), receipt.Signature);

    public void Dispose() => key.Dispose();
}
