using System.Buffers;
using System.Net;

namespace CanvasConnector.Files;

/// <summary>A file's bytes on their way, piece by piece, so that a large file needs no more memory than a small one.</summary>
internal sealed class FileBytes(Stream source, long size, Action<long> sent) : HttpContent
{
    private const int Piece = 128 * 1024;

    /// <summary>Why the file could not be read to its end; null if it could, or the fault lay elsewhere.</summary>
    public Exception? Fault { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (var done = 0L; await ReadAsync(buffer, done, cancellationToken) is > 0 and var read; )
            {
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                sent(done += read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<int> ReadAsync(byte[] buffer, long done, CancellationToken ct)
    {
        try
        {
            var read = await source.ReadAsync(buffer, ct);
            return done + read > size || (read == 0 && done < size) ? throw OtherSize() : read;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Fault = fault;
            throw;
        }
    }

    /// <summary>What to say of a file that is not the one that was announced.</summary>
    public static InvalidDataException OtherSize() => new("The file has another size than was announced.");
}
