using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Recordings.Cloud;

/// <summary>How Zoom's cloud is looked through for what no event told of; section <c>CloudRecordings</c>.</summary>
public sealed class CloudOptions
{
    /// <summary>The time between two looks at a host's latest recordings.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How far back such a look goes.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "7.00:00:00")]
    public TimeSpan LookBack { get; set; } = TimeSpan.FromHours(48);

    /// <summary>The time between two looks that go far back, into the trash too.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan LongLookEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How far back those go.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "180.00:00:00")]
    public TimeSpan LongLookBack { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many months back the inventory goes, four weeks more with each look; where governance has a start (<c>Recordings:GovernedFrom</c>).</summary>
    [Range(0, 120)]
    public int InventoryMonths { get; set; } = 24;
}
