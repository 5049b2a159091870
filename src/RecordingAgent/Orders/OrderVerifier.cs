using System.Security.Cryptography;

namespace RecordingAgent.Orders;

/// <summary>Tells the server's orders from others.</summary>
/// <param name="serverPublicKey">SubjectPublicKeyInfo of a key on P-256.</param>
public sealed class OrderVerifier(byte[] serverPublicKey) : IDisposable
{
    private readonly ECDsa key = Signing.PublicKey(serverPublicKey);

    /// <summary>True if every member of the order is as the server signed it.</summary>
    public bool IsGenuine(SignedOrder order) => Signing.Verify(key, CanonicalBytes.Of(order.Order), order.Signature);

    public void Dispose() => key.Dispose();
}
