namespace RecordingAgent;

/// <summary>Settings of the companion on one computer.</summary>
public sealed class AgentOptions
{
    /// <summary>The folders in which Zoom keeps its session folders, as absolute paths.</summary>
    public IReadOnlyList<string> Folders { get; set; } = [];

    /// <summary>Where the agent keeps its key and what it knows; an absolute path outside <see cref="Folders"/>.</summary>
    public string StateFolder { get; set; } = "";

    /// <summary>This computer's name at the server; orders for another are refused. 1 to 100 characters.</summary>
    public string DeviceId { get; set; } = "";

    /// <summary>The server's public key (ECDSA P-256, SubjectPublicKeyInfo): only orders signed by it are carried out.</summary>
    public byte[] ServerPublicKey { get; set; } = [];

    /// <summary>How long a folder must stay unchanged before it counts as finished (facts: security 5, zoom 5.3).</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// After how long without any change an unfinished folder (conversion interrupted, damaged file) is registered as it is,
    /// marked incomplete, so that nothing is forgotten.
    /// </summary>
    public TimeSpan UnfinishedAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>When to try again after a fault.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an upload may stand still before it is given up.</summary>
    public TimeSpan UploadStall { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The program that reads a recording's sound for its waveform: ffmpeg's name or path; null draws none.</summary>
    public string? WaveformProgram { get; set; } = "ffmpeg";

    /// <summary>How long that program may take for one recording before it is ended and there is no waveform.</summary>
    public TimeSpan WaveformPatience { get; set; } = TimeSpan.FromSeconds(30);
}
