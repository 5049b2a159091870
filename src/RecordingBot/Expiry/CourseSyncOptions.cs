using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Expiry;

/// <summary>How courses are read again; section <c>Canvas</c>.</summary>
public sealed class CourseSyncOptions
{
    /// <summary>The time between two readings of the courses that have live recordings.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan SyncEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a course's sections stand before they are read again: no listing tells of them.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "7.00:00:00")]
    public TimeSpan SectionsEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>By which share of its courses a term's list may shrink from one reading to the next and still be believed.</summary>
    [Range(0.0, 1.0)]
    public double LargestShrink { get; set; } = 0.2;
}
