using System.Security.Cryptography;

namespace RecordingAgent.Orders;

/// <summary>Signs receipts with the device's key.</summary>
internal sealed class ReceiptSigner(ECDsa key)
{
    public SignedReceipt Sign(Receipt receipt) => new(receipt, Signing.Sign(key, CanonicalBytes.Of(receipt)));
}
