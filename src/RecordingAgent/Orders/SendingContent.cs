using System.Net;

namespace RecordingAgent.Orders;

/// <summary>A file on its way out, in pieces; tells after each how far it is.</summary>
internal sealed class SendingContent(Stream file, long size, Func<long, Task> onSent) : HttpContent
{
    private const int PieceSize = 1 << 17;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var piece = new byte[PieceSize];
        long sent = 0;
        int length;
        while ((length = await file.ReadAsync(piece, cancellationToken)) > 0)
        {
            await stream.WriteAsync(piece.AsMemory(0, length), cancellationToken);
            await onSent(sent += length);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }
}
