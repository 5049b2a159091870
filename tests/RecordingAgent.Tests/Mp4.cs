using System.Buffers.Binary;
using System.Text;

namespace RecordingAgent.Tests;

/// <summary>Small files with the boxes that the agent reads.</summary>
internal static class Mp4
{
    /// <summary>A whole file that says how long it plays; <paramref name="salt"/> makes its content differ.</summary>
    public static byte[] Of(double seconds, byte salt = 0) =>
        [.. Box("ftyp", Encoding.ASCII.GetBytes("isom")), .. Box("moov", Box("mvhd", Header(seconds))), .. Box("mdat", [salt, 1, 2, 3])];

    /// <summary>The same with 64-bit times and sizes.</summary>
    public static byte[] Long(double seconds)
    {
        var header = new byte[112];
        header[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(20), 1000);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(24), (ulong)(seconds * 1000));
        var large = new byte[16 + 4];
        BinaryPrimitives.WriteUInt32BigEndian(large, 1);
        Encoding.ASCII.GetBytes("mdat").CopyTo(large, 4);
        BinaryPrimitives.WriteInt64BigEndian(large.AsSpan(8), large.Length);
        return [.. large, .. Box("moov", [.. Box("free", []), .. Box("mvhd", header)])];
    }

    public static byte[] Box(string type, byte[] content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type).CopyTo(box, 4);
        content.CopyTo(box, 8);
        return box;
    }

    private static byte[] Header(double seconds)
    {
        var header = new byte[100];
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(12), 600);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), (uint)(seconds * 600));
        return header;
    }
}
