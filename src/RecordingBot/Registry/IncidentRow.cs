namespace RecordingBot.Registry;

/// <summary>Something that should not have happened: it has a reason, an owner and an end.</summary>
public sealed class IncidentRow
{
    public Guid Id { get; init; }
    public Guid? MeetingId { get; init; }
    public Guid? RecordingId { get; set; }

    /// <summary>The host in Zoom, where it is about an account and not about a meeting.</summary>
    public string? HostId { get; set; }

    /// <summary>One of <see cref="IncidentKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened, or first happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who answers for it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>What exactly, in Zoom's or the product's own words: the settings that were changed.</summary>
    public string? Detail { get; set; }

    /// <summary>What the product has done about it; null while nothing.</summary>
    public string? Done { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why it came about, and once it is closed why that, in the product's own words.</summary>
    public string? Reason { get; set; }

    /// <summary>The person who closed it; null where its cause came to an end.</summary>
    public Guid? ClosedBy { get; set; }

    /// <summary>Why, in that person's words.</summary>
    public string? Said { get; set; }
}
