using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Deletion.Guards;

/// <summary>When removal stops by itself; section <c>Guards</c>.</summary>
public sealed class GuardOptions
{
    /// <summary>So many removals that nobody was warned of in time may be ordered in a run or an hour, however small the registry is.</summary>
    [Range(1, 1000)]
    public int UnforecastRemovals { get; set; } = 20;

    /// <summary>And so large a share of all recordings.</summary>
    [Range(0.0, 0.5)]
    public double UnforecastShare { get; set; } = 0.05;

    /// <summary>How far the clocks of this computer, its database and Canvas may be apart.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan ClocksApart { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How far this computer's clock may be moved at once, against time that really went by.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan ClockJump { get; set; } = TimeSpan.FromMinutes(5);
}
