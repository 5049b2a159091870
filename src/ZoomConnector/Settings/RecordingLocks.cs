namespace ZoomConnector.Settings;

/// <summary>What those below can't change; null where Zoom didn't say.</summary>
public sealed record RecordingLocks
{
    /// <summary>Recording to the computer.</summary>
    public bool? LocalRecording { get; init; }

    /// <summary>Recording to Zoom's cloud.</summary>
    public bool? CloudRecording { get; init; }

    /// <summary>What starts by itself.</summary>
    public bool? AutoRecording { get; init; }
}
