namespace RecordingAgent.Orders;

/// <summary>What became of one order.</summary>
public sealed record Receipt
{
    public required string OrderId { get; init; }

    public required string DeviceId { get; init; }

    public required ReceiptOutcome Outcome { get; init; }

    /// <summary>One of <see cref="ReceiptReasons"/>; null where it is done.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was seen; null where nothing was looked at.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>For an upload that got an answer.</summary>
    public UploadAnswer? Upload { get; init; }
}
