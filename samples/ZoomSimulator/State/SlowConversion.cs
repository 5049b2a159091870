namespace ZoomSimulator.State;

/// <summary>A recording whose media grow piece by piece.</summary>
internal sealed class SlowConversion
{
    public required long MeetingId { get; init; }

    public required LocalRecording Local { get; init; }

    /// <summary>How much is written.</summary>
    public int Percent { get; set; }

    /// <summary>When the next piece is written.</summary>
    public required DateTimeOffset NextAt { get; set; }
}
