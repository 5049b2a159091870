using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecordingBot.Registry;

/// <summary>
/// What the audit's chain had come to at a moment, signed and kept outside the database: a chain can't show by itself that its end was cut off, or that
/// all of it was written anew. One line of JSON.
/// </summary>
/// <param name="Origin">The installation's public address.</param>
/// <param name="Size">How many entries there were.</param>
/// <param name="Hash">The latest one's hash, hex.</param>
/// <param name="At">When it was made.</param>
/// <param name="PublicKey">The key that signed it.</param>
/// <param name="Signature">ECDSA P-256 over the rest, base64.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AuditCheckpoint(
    [property: JsonRequired] string Origin,
    [property: JsonRequired] long Size,
    [property: JsonRequired] string Hash,
    [property: JsonRequired] DateTimeOffset At,
    [property: JsonRequired] string PublicKey,
    [property: JsonRequired] string Signature
)
{
    /// <summary>A signed one.</summary>
    public static AuditCheckpoint Of(string origin, AuditHeadRow head, DateTimeOffset at, ECDsa key)
    {
        var unsigned = new AuditCheckpoint(
            origin,
            head.Sequence,
            Convert.ToHexStringLower(head.Hash),
            at,
            Registry.PublicKey.Of(key).Text,
            ""
        );
        return unsigned with { Signature = Convert.ToBase64String(key.SignData(unsigned.Bytes(), HashAlgorithmName.SHA256)) };
    }

    /// <summary>Reads a line; null where it is none.</summary>
    public static AuditCheckpoint? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditCheckpoint>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Its line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Whether every field is as this key signed it.</summary>
    public bool IsSignedBy(PublicKey key) => key.HasSigned(Bytes(), Signature);

    private byte[] Bytes() =>
        LengthPrefixed.Of(
            "audit-checkpoint-1",
            Origin,
            Size.ToString(CultureInfo.InvariantCulture),
            Hash,
            LengthPrefixed.Moment(At),
            PublicKey
        );
}
