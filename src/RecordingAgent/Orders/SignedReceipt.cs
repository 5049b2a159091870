namespace RecordingAgent.Orders;

/// <summary>A receipt with the device's signature.</summary>
/// <param name="Receipt">What became of the order.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the receipt's canonical bytes (IEEE P1363, 64 bytes).</param>
public sealed record SignedReceipt(Receipt Receipt, byte[] Signature);
