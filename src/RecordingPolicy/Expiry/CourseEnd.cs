namespace RecordingPolicy.Expiry;

/// <summary>What the policy needs to know of a course's lifetime: when students can no longer open it.</summary>
public abstract record CourseEnd
{
    private CourseEnd() { }

    /// <summary>A date decides: open up to and including this instant.</summary>
    public sealed record At(DateTimeOffset Instant) : CourseEnd;

    /// <summary>The state decides: closed by hand or deleted. <paramref name="Since"/> is the instant at which that was first seen, or Canvas's best estimate.</summary>
    public sealed record Already(DateTimeOffset Since) : CourseEnd;

    /// <summary>Canvas knows no end.</summary>
    public sealed record Never : CourseEnd;

    /// <summary>It can't be told; never a reason to delete.</summary>
    public sealed record Undecidable : CourseEnd;
}
