using System.Text.Json.Nodes;

namespace RecordingBot.Rights;

/// <summary>An Article 30 entry: one processing, from the decision that allowed it. It names no person beside the institution's own contacts.</summary>
public sealed record RegisterView
{
    /// <summary>The decision's id.</summary>
    public required Guid Id { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Article 30(1)(a).</summary>
    public required ControllerView? Controller { get; init; }
    public required string? Dpo { get; init; }

    /// <summary>Article 30(1)(b).</summary>
    public required string? MeetingKind { get; init; }
    public required string? Purpose { get; init; }
    public required string? Category { get; init; }
    public required JsonNode? LegalBasis { get; init; }

    /// <summary>Article 30(1)(c): who is recorded, and what beyond image, sound and name.</summary>
    public required IReadOnlyList<string> DataSubjects { get; init; }
    public required IReadOnlyList<string> DataCategories { get; init; }

    /// <summary>Article 30(1)(d): where it is published.</summary>
    public required JsonNode? Recipients { get; init; }

    /// <summary>Article 30(1)(e) and (g): where it is kept, with the country where that is asked for.</summary>
    public required JsonNode? Storage { get; init; }

    /// <summary>Article 30(1)(f).</summary>
    public required JsonNode? Retention { get; init; }

    /// <summary>How many incidents there were in its meeting, and in the recordings of it.</summary>
    public required int Incidents { get; init; }

    public required string? CourseId { get; init; }
    public required string Pack { get; init; }
    public required string Edition { get; init; }
}
