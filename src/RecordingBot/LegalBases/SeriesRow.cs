namespace RecordingBot.LegalBases;

/// <summary>A decision whose answers serve a course's scheduled meetings of a term; each is still confirmed before it starts.</summary>
public sealed class SeriesRow
{
    public Guid Id { get; init; }
    public required string CourseId { get; init; }

    /// <summary>The decision whose answers are offered.</summary>
    public Guid DecisionId { get; init; }

    public Guid MadeBy { get; init; }
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Meetings that start later are not asked about: the course has closed by then.</summary>
    public DateTimeOffset Until { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
