using System.Buffers.Binary;
using System.Text;

namespace RecordingBot.Registry;

/// <summary>Fields as the bytes that are signed: each with its length before it (8 bytes, big-endian), so that two different lists never give the same.</summary>
internal static class LengthPrefixed
{
    /// <summary>The bytes of these fields, the first of which is a version tag.</summary>
    public static byte[] Of(params ReadOnlySpan<string> fields)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var field in fields)
        {
            var content = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
            bytes.Write(length);
            bytes.Write(content);
        }
        return bytes.ToArray();
    }

    /// <summary>An instant as a field: microseconds, as the registry keeps it.</summary>
    public static string Moment(DateTimeOffset instant) => (instant.UtcTicks / 10).ToString();
}
