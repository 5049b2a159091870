namespace CanvasConnector.Tests.Support;

/// <summary>So many bytes, made as they are read: any size, no memory.</summary>
internal sealed class Pattern(long size) : Stream
{
    private long position;

    /// <summary>What reading throws once so many bytes have been given.</summary>
    public (long After, Exception Fault)? Breaks { get; init; }

    public bool IsClosed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public static byte At(long position) => (byte)(position % 251);

    public override int Read(Span<byte> buffer)
    {
        if (Breaks is { } breaks && position >= breaks.After)
            throw breaks.Fault;
        var count = (int)Math.Min(buffer.Length, size - position);
        for (var i = 0; i < count; i++)
            buffer[i] = At(position + i);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }
}
