namespace CanvasConnector.Terms;

/// <summary>Other dates of a term for one role; null means the term's own date.</summary>
public sealed record TermDates
{
    public DateTimeOffset? StartAt { get; init; }

    public DateTimeOffset? EndAt { get; init; }
}
