namespace RecordingAgent.Orders;

/// <summary>An order with the server's signature.</summary>
/// <param name="Order">What to do.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the order's canonical bytes (IEEE P1363, 64 bytes).</param>
public sealed record SignedOrder(Order Order, byte[] Signature);
