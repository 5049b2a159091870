using System.Security.Cryptography;

namespace RecordingAgent.Orders;

/// <summary>Signs orders; used by the server. Safe to use from several threads, one at a time inside.</summary>
/// <param name="key">A private key on P-256; it stays the caller's to dispose of.</param>
public sealed class OrderSigner(ECDsa key)
{
    private readonly ECDsa key = Signing.Checked(key);
    private readonly Lock gate = new();

    /// <summary>The key that agents are given (SubjectPublicKeyInfo), for <see cref="AgentOptions.ServerPublicKey"/>.</summary>
    public byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    /// <summary>The order with the server's signature over every field.</summary>
    public SignedOrder Sign(Order order)
    {
        lock (gate)
            return new(order, Signing.Sign(key, CanonicalBytes.Of(order)));
    }
}
