namespace ZoomSimulator.State;

/// <summary>What the account, or one of its groups, says of recording. It counts where it is locked; else each user's own setting does.</summary>
internal abstract class SharedSettings
{
    public const string Local = "local_recording";
    public const string Cloud = "cloud_recording";
    public const string Auto = "auto_recording";

    public bool LocalRecording { get; set; } = true;

    public bool CloudRecording { get; set; } = true;

    public string AutoRecording { get; set; } = "none";

    /// <summary>The settings that nobody below can change.</summary>
    public List<string> Locks { get; init; } = [];
}
