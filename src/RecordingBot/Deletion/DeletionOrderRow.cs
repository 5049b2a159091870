namespace RecordingBot.Deletion;

/// <summary>The order to delete a recording: written before anything is touched.</summary>
public sealed class DeletionOrderRow
{
    public Guid Id { get; init; }
    public Guid RecordingId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The end that it carries out.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>The plan's name: <c>course-lifetime</c>, <c>until</c>, <c>for</c>, <c>owner-asked</c> or <c>not-approved</c>.</summary>
    public required string Plan { get; init; }

    /// <summary>Decision reference, role and valid-from of the pack's disposal entry (JSON).</summary>
    public required string Authority { get; init; }

    /// <summary>People knew of this end, and were warned of it, long enough before.</summary>
    public bool Forecast { get; init; }

    public required string Edition { get; init; }
    public required string Reason { get; init; }
}
