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

    /// <summary>Zoom itself tells everyone in the meeting that it is recorded, to the computer or to the cloud.</summary>
    public bool? RecordingDisclaimer { get; init; }

    /// <summary>With that, participants must accept it or leave.</summary>
    public bool? AskParticipantsToConsentDisclaimer { get; init; }

    /// <summary>With that, the host must confirm before recording starts.</summary>
    public bool? AskHostToConfirmDisclaimer { get; init; }

    /// <summary>Whether these settings are as others say that say less: what is null in those is any.</summary>
    internal bool Has(RecordingSettings wanted) =>
        (wanted.LocalRecording is null || wanted.LocalRecording == LocalRecording)
        && (wanted.CloudRecording is null || wanted.CloudRecording == CloudRecording)
        && (wanted.AutoRecording is null || wanted.AutoRecording == AutoRecording);
}
