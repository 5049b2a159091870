using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Recordings;

/// <summary>The agent that the bot hosts in its own process; section <c>Agent</c>.</summary>
public sealed class AgentSettings
{
    /// <summary>Folders in which Zoom leaves recordings, absolute or below the data folder; none: no agent runs here.</summary>
    public string[] Folders { get; set; } = [];

    /// <summary>The account of whoever records on this computer: asked about recordings that belong to no meeting.</summary>
    public string? Owner { get; set; }

    /// <summary>This computer's name at the server.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string DeviceId { get; set; } = "in-process";

    /// <summary>How long a folder must stay unchanged before it counts as finished.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The program that reads a recording's sound for its waveform: ffmpeg's name or path; empty for none.</summary>
    public string WaveformProgram { get; set; } = "ffmpeg";

    /// <summary>The time zone of this computer's clock, by which Zoom names its folders.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Stockholm";
}
