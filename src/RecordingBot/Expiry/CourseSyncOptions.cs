using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Expiry;

/// <summary>How often courses are read again; section <c>Canvas</c>.</summary>
public sealed class CourseSyncOptions
{
    /// <summary>The time between two readings of the courses that have live recordings.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan SyncEvery { get; set; } = TimeSpan.FromMinutes(15);
}
