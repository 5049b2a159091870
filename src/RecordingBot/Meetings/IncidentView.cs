namespace RecordingBot.Meetings;

/// <summary>Something that should not have happened in a meeting, or with an account in Zoom.</summary>
/// <param name="Id">Our id of it.</param>
/// <param name="Kind">One of <see cref="Registry.IncidentKind"/>.</param>
/// <param name="At">When.</param>
/// <param name="ClosedAt">When it ended; null while it is open.</param>
/// <param name="Reason">Why it came about, and once it is closed why that, in the product's own words.</param>
public sealed record IncidentView(Guid Id, string Kind, DateTimeOffset At, DateTimeOffset? ClosedAt, string? Reason)
{
    public Guid? MeetingId { get; init; }
    public Guid? RecordingId { get; init; }

    /// <summary>The account in Zoom, where it is about one and no meeting.</summary>
    public string? HostId { get; init; }

    /// <summary>The name of who answers for it; null where nobody is known.</summary>
    public string? Responsible { get; init; }

    /// <summary>What exactly: the settings that were changed.</summary>
    public string? Detail { get; init; }

    /// <summary>What the product has done about it.</summary>
    public string? Done { get; init; }

    /// <summary>Why somebody closed it, in their words.</summary>
    public string? Said { get; init; }

    public static IncidentView Of(Registry.IncidentRow row) =>
        new(row.Id, row.Kind, row.At, row.ClosedAt, row.Reason)
        {
            MeetingId = row.MeetingId,
            RecordingId = row.RecordingId,
            HostId = row.HostId,
            Detail = row.Detail,
            Done = row.Done,
            Said = row.Said,
        };
}
