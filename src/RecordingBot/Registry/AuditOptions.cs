using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Registry;

/// <summary>The audit's checkpoints; section <c>Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>The folder for them, below the data folder. Best on a volume that can only be added to, and copied elsewhere.</summary>
    [Required]
    public string Folder { get; set; } = "audit";

    /// <summary>After how many entries one is made; 10 to 10,000.</summary>
    [Range(10, 10_000)]
    public int CheckpointEntries { get; set; } = 100;

    /// <summary>How long at most after an entry; a minute to a day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CheckpointAfter { get; set; } = TimeSpan.FromMinutes(10);
}
