using System.Buffers;
using System.Security.Cryptography;

namespace RecordingAgent.Hashing;

/// <summary>SHA-256 of a file, read once from its start in pieces of 1 MiB (facts/stack 7).</summary>
internal static class FileHash
{
    private const int PieceSize = 1 << 20;

    /// <summary>Reads the whole file.</summary>
    /// <param name="file">The file, at any position.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="onRead">Told after each piece how many bytes have been read; null for nobody.</param>
    /// <returns>64 lower-case hex digits, and how many bytes they stand for.</returns>
    public static async Task<(string Sha256, long Size)> ComputeAsync(Stream file, CancellationToken ct, Func<long, Task>? onRead = null)
    {
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            long size = 0;
            int length;
            while ((length = await file.ReadAsync(piece.AsMemory(0, PieceSize), ct)) > 0)
            {
                hash.AppendData(piece, 0, length);
                size += length;
                if (onRead is not null)
                    await onRead(size);
            }
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
