namespace RecordingAgent.Orders;

/// <summary>One thing to do with one file that the agent itself has registered.</summary>
public sealed record Order
{
    /// <summary>The server's id: opaque, 1 to 100 characters. The same order again gets the same receipt.</summary>
    public required string Id { get; init; }

    public required string DeviceId { get; init; }

    public required OrderKind Kind { get; init; }

    public required string RootId { get; init; }

    /// <summary>As in <see cref="Watching.SeenPart.RelativePath"/>.</summary>
    public required string RelativePath { get; init; }

    /// <summary>In bytes, as registered.</summary>
    public required long Size { get; init; }

    /// <summary>64 lower-case hex digits, as registered.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The first moment at which it may be carried out.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>The first moment at which it is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>For <see cref="OrderKind.Upload"/>, else null.</summary>
    public UploadTarget? Upload { get; init; }
}
