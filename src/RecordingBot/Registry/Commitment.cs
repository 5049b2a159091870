using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace RecordingBot.Registry;

/// <summary>
/// What could be personal, as it enters the audit: <c>KIND:sha256:HEX</c>, the hash of a random salt and the value. The kind stays readable; the
/// value can be erased.
/// </summary>
/// <param name="Field">The entry's field in which it stands.</param>
/// <param name="Salt">32 random bytes.</param>
/// <param name="Value">What it stands for, with its kind.</param>
public sealed partial record Commitment(AuditField Field, byte[] Salt, string Value)
{
    /// <summary>The kind of what a person typed.</summary>
    public const string Said = "said";

    private const string Mark = ":sha256:";

    /// <summary>What an audit entry is about and names no person by itself; everything else is committed.</summary>
    private static readonly string[] Things = ["recording", "meeting", "course", "term", "log"];

    /// <summary>As it stands in the entry.</summary>
    public string Text => string.Concat(KindOf(Value), Mark, Convert.ToHexStringLower(HashOf(Salt, Encoding.UTF8.GetBytes(Value))));

    /// <summary>A value with a fresh salt.</summary>
    public static Commitment To(AuditField field, string value) => new(field, RandomNumberGenerator.GetBytes(32), StorableText.Of(value));

    /// <summary>SHA-256 over the salt and the value.</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> value)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(value);
        return hash.GetHashAndReset();
    }

    /// <summary>Whether a text of an entry holds a commitment.</summary>
    public static bool IsIn(string? text) => text?.Contains(Mark, StringComparison.Ordinal) is true;

    /// <summary>The text with the value in its commitment's place.</summary>
    public static string Opened(string text, string value)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var shown = value.StartsWith(Said + ":", StringComparison.Ordinal) ? value[(Said.Length + 1)..] : value;
        return end < 0 ? shown : shown + text[end..];
    }

    /// <summary>Whether an actor or a subject could name somebody.</summary>
    public static bool IsPersonal(string named) =>
        named.Contains(':', StringComparison.Ordinal)
        && !Things.Contains(KindOf(named), StringComparer.Ordinal)
        && !named.StartsWith("service:", StringComparison.Ordinal);

    /// <summary>Whether a reason is made of the product's own words; what isn't surely so was typed by somebody.</summary>
    public static bool IsCode(string reason) => Codes().IsMatch(reason);

    private static string KindOf(string value) => value[..Math.Max(0, value.IndexOf(':', StringComparison.Ordinal))];

    [GeneratedRegex(@"^([a-z0-9]+([-.][a-z0-9]+)*( [a-z0-9]+([-.][a-z0-9]+)*)*|[A-Za-z]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Codes();
}
