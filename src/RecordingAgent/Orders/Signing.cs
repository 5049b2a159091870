using System.Security.Cryptography;

namespace RecordingAgent.Orders;

/// <summary>The one kind of signature in use: ECDSA P-256 with SHA-256, 64 bytes.</summary>
internal static class Signing
{
    public static byte[] Sign(ECDsa key, byte[] content) =>
        key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public static bool Verify(ECDsa key, byte[] content, byte[] signature) =>
        key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The key, if it can be used here.</summary>
    /// <exception cref="ArgumentException">It isn't a key on P-256.</exception>
    public static ECDsa Checked(ECDsa key) =>
        key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? key
            : throw new ArgumentException("The key is not on the curve P-256.", nameof(key));

    /// <summary>Reads a public key.</summary>
    /// <exception cref="ArgumentException">It isn't the SubjectPublicKeyInfo of a key on P-256.</exception>
    public static ECDsa PublicKey(byte[] subjectPublicKeyInfo)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
            return Checked(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new ArgumentException("It is not a public key on P-256.", nameof(subjectPublicKeyInfo), e);
        }
    }
}
