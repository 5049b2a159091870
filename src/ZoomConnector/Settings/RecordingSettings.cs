namespace ZoomConnector.Settings;

/// <summary>What a user may record; null where Zoom didn't say.</summary>
public sealed record RecordingSettings
{
    /// <summary>May record to the computer.</summary>
    public bool? LocalRecording { get; init; }

    /// <summary>May record to Zoom's cloud.</summary>
    public bool? CloudRecording { get; init; }

    /// <summary>What starts by itself: <c>local</c>, <c>cloud</c> or <c>none</c>.</summary>
    public string? AutoRecording { get; init; }

    /// <summary>Whether these settings are as others say that say less: what is null in those is any.</summary>
    internal bool Has(RecordingSettings wanted) =>
        (wanted.LocalRecording is null || wanted.LocalRecording == LocalRecording)
        && (wanted.CloudRecording is null || wanted.CloudRecording == CloudRecording)
        && (wanted.AutoRecording is null || wanted.AutoRecording == AutoRecording);
}
