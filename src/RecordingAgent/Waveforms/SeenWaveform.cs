namespace RecordingAgent.Waveforms;

/// <summary>How loud a recording is along its length: enough to recognise it by, and nothing that was said or shown.</summary>
public sealed record SeenWaveform
{
    /// <summary>The most values that a picture has.</summary>
    public const int MostPeaks = 240;

    /// <summary>The computer that the file lies on.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The watched folder, as in <see cref="Watching.SeenRecording.RootId"/>.</summary>
    public required string RootId { get; init; }

    /// <summary>The session folder, as in <see cref="Watching.SeenRecording.RelativeFolder"/>.</summary>
    public required string RelativeFolder { get; init; }

    /// <summary>The file, as in <see cref="Watching.SeenPart.RelativePath"/>.</summary>
    public required string RelativePath { get; init; }

    /// <summary>The file's hash when it was registered.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether there is a picture, and else why not.</summary>
    public required WaveformOutcome Outcome { get; init; }

    /// <summary>The loudest moment (0 to 255) of each of up to <see cref="MostPeaks"/> equally long stretches; empty where there is no picture.</summary>
    public required byte[] Peaks { get; init; }
}
