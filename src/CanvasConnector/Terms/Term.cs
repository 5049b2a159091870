using System.Collections.Immutable;
using CanvasConnector.Http;

namespace CanvasConnector.Terms;

/// <summary>A term of the root account (Enrollment Terms API).</summary>
public sealed record Term : IIdentified<Term>
{
    public required CanvasId<Term> Id { get; init; }

    public string? Name { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    public Field<DateTimeOffset?> EndAt { get; init; }

    /// <summary>By enrollment type, for example <c>StudentEnrollment</c>; null if Canvas did not say.</summary>
    public ImmutableDictionary<string, TermDates>? Overrides { get; init; }
}
