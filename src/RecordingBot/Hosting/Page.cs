using System.Buffers.Text;

namespace RecordingBot.Hosting;

/// <summary>Cuts pages and reads their cursors, which say no more than the id they stand for.</summary>
public static class Page
{
    /// <summary>A page of at most <paramref name="limit"/> of the items, of which one more was read to see whether there is more.</summary>
    public static Page<T> Of<TRow, T>(IReadOnlyList<TRow> rows, int limit, Func<TRow, Guid> id, Func<TRow, T> show) =>
        new([.. rows.Take(limit).Select(show)], rows.Count > limit ? Base64Url.EncodeToString(id(rows[limit - 1]).ToByteArray()) : null);

    /// <summary>The id of a cursor; null for what is none.</summary>
    public static Guid? Read(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        return cursor.Length == 22 && Base64Url.TryDecodeFromChars(cursor, bytes, out var length) && length == 16 ? new Guid(bytes) : null;
    }
}
