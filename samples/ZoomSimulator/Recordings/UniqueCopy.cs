using System.Buffers.Binary;
using System.Text;

namespace ZoomSimulator.Recordings;

/// <summary>Copies one of the media files and appends a <c>free</c> box with a mark, which players skip: no two copies have the same hash.</summary>
internal static class UniqueCopy
{
    public static void Write(string asset, string path, string mark)
    {
        using var source =
            typeof(UniqueCopy).Assembly.GetManifestResourceStream(asset)
            ?? throw new InvalidOperationException($"{asset} is not embedded.");
        using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        source.CopyTo(target);
        target.Write(FreeBox(mark));
    }

    private static byte[] FreeBox(string mark)
    {
        var content = Encoding.UTF8.GetBytes(mark);
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        "free"u8.CopyTo(box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }
}
