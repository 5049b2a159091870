using System.Buffers.Binary;

namespace RecordingAgent.Watching;

/// <summary>What the boxes of an MP4 or M4A file tell (ISO 14496-12), read without decoding anything.</summary>
/// <param name="IsWhole">False if a box runs past the end of the file, or there is no movie header: the file is cut off.</param>
/// <param name="Duration">How long it plays; null if the header doesn't tell.</param>
internal sealed record MediaHeader(bool IsWhole, TimeSpan? Duration)
{
    private const int MaxBoxes = 100_000;
    private static readonly MediaHeader Broken = new(IsWhole: false, Duration: null);

    public static MediaHeader Read(Stream file)
    {
        var end = file.Length;
        long? movie = null;
        long movieEnd = 0;
        long at = 0;
        for (var n = 0; at < end; n++)
        {
            if (n == MaxBoxes || ReadBox(file, at, end) is not { } box)
                return Broken;
            if (box.Type == "moov")
                (movie, movieEnd) = (box.Content, box.End);
            at = box.End;
        }
        return movie is { } content ? new(IsWhole: true, ReadDuration(file, content, movieEnd)) : Broken;
    }

    private static TimeSpan? ReadDuration(Stream file, long at, long end)
    {
        for (var n = 0; n < MaxBoxes && at < end && ReadBox(file, at, end) is { } box; n++)
        {
            if (box.Type == "mvhd")
                return ReadMovieHeader(file, box.Content, box.End);
            at = box.End;
        }
        return null;
    }

    private static TimeSpan? ReadMovieHeader(Stream file, long at, long end)
    {
        Span<byte> field = stackalloc byte[32];
        if (end - at < field.Length || !ReadAt(file, at, field))
            return null;
        var isLong = field[0] == 1; // version: 64-bit times
        var scale = BinaryPrimitives.ReadUInt32BigEndian(field[(isLong ? 20 : 12)..]);
        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(field[24..]) : BinaryPrimitives.ReadUInt32BigEndian(field[16..]);
        var seconds = scale == 0 ? 0 : (double)length / scale;
        return seconds > 0 && seconds < TimeSpan.FromDays(366).TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The box at a place; null if it doesn't fit before <paramref name="end"/>.</summary>
    private static (string Type, long Content, long End)? ReadBox(Stream file, long at, long end)
    {
        Span<byte> header = stackalloc byte[16];
        if (end - at < 8 || !ReadAt(file, at, header[..8]))
            return null;
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        var headerSize = 8;
        if (size == 1)
        {
            if (end - at < 16 || !ReadAt(file, at, header))
                return null;
            size = BinaryPrimitives.ReadInt64BigEndian(header[8..]);
            headerSize = 16;
        }
        else if (size == 0)
        {
            size = end - at; // to the end of the file
        }
        return size < headerSize || size > end - at
            ? null
            : (System.Text.Encoding.Latin1.GetString(header[4..8]), at + headerSize, at + size);
    }

    private static bool ReadAt(Stream file, long at, Span<byte> buffer)
    {
        file.Position = at;
        return file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
    }
}
