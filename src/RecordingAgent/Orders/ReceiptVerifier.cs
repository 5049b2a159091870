using System.Security.Cryptography;

namespace RecordingAgent.Orders;

/// <summary>Tells one device's receipts from others; used by the server.</summary>
/// <param name="devicePublicKey">As <see cref="Agent.DevicePublicKey"/>.</param>
public sealed class ReceiptVerifier(byte[] devicePublicKey) : IDisposable
{
    private readonly ECDsa key = Signing.PublicKey(devicePublicKey);

    /// <summary>True if every member of the receipt is as the device signed it.</summary>
    public bool IsGenuine(SignedReceipt receipt) => Signing.Verify(key, CanonicalBytes.Of(receipt.Receipt), receipt.Signature);

    public void Dispose() => key.Dispose();
}
