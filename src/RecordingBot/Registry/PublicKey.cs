using System.Security.Cryptography;

namespace RecordingBot.Registry;

/// <summary>The public half of an installation's signing key (ECDSA P-256): what anybody needs to check a receipt or a checkpoint, offline.</summary>
public sealed class PublicKey
{
    /// <summary>Where an installation publishes it.</summary>
    public const string Path = "/.well-known/recording-bot-key.pem";

    private readonly byte[] info;

    private PublicKey(byte[] info) => this.info = info;

    /// <summary>As receipts and checkpoints carry it: SubjectPublicKeyInfo, base64.</summary>
    public string Text => Convert.ToBase64String(info);

    /// <summary>As a file.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", info) + "\n";

    /// <summary>For people to compare: SHA-256 over it, in hex.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(info));

    /// <summary>The public half of a key.</summary>
    public static PublicKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    /// <summary>Reads a PEM file, or the base64 of a receipt; null where it is no P-256 key.</summary>
    public static PublicKey? Read(string text)
    {
        try
        {
            using var key = ECDsa.Create();
            if (text.Contains("-----", StringComparison.Ordinal))
                key.ImportFromPem(text);
            else
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key.KeySize == 256 ? Of(key) : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a signature (base64) is this key's over these bytes.</summary>
    public bool HasSigned(byte[] bytes, string signature)
    {
        var room = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, room, out var length))
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return key.VerifyData(bytes, room.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public override bool Equals(object? obj) => obj is PublicKey other && info.AsSpan().SequenceEqual(other.info);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
