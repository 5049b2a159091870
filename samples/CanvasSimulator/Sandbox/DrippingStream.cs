using System.Diagnostics;

namespace CanvasSimulator.Sandbox;

/// <summary>An answer's body on a bad line: drop by drop, until the time is spent; what is left then comes at once.</summary>
internal sealed class DrippingStream(Stream inner, TimeSpan lasts) : Stream
{
    private const int Drops = 20;
    private readonly Stopwatch since = Stopwatch.StartNew();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var drop = Math.Max(1, buffer.Length / Drops);
        for (; buffer.Length > 0 && since.Elapsed < lasts; buffer = buffer[Math.Min(drop, buffer.Length)..])
        {
            await inner.WriteAsync(buffer[..Math.Min(drop, buffer.Length)], cancellationToken);
            await inner.FlushAsync(cancellationToken);
            // The wire's own time: a moved clock makes no network faster.
            await Task.Delay(lasts / Drops, cancellationToken);
        }
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
