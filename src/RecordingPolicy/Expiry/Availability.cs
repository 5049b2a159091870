using RecordingPolicy.Packs;

namespace RecordingPolicy.Expiry;

/// <summary>How long the recorder wants a recording to be there.</summary>
public abstract record Availability
{
    private Availability() { }

    /// <summary>As long as its course is open to students.</summary>
    public sealed record CourseLifetime : Availability;

    /// <summary>To the end of a day in the pack's time zone.</summary>
    public sealed record Until(DateOnly Day) : Availability;

    /// <summary>For a time after the meeting's end.</summary>
    public sealed record For(CalendarPeriod Period) : Availability;
}
