namespace RecordingBot.Deletion.Guards;

/// <summary>A guard that has tripped. While one stands nothing is removed.</summary>
public sealed class GuardRow
{
    public Guid Id { get; init; }

    /// <summary>One of <see cref="GuardKind"/>; one of each stands at most.</summary>
    public required string Kind { get; init; }

    public DateTimeOffset TrippedAt { get; init; }

    /// <summary>Who wants it released, as the first of the two who have to agree.</summary>
    public Guid? ReleaseAskedBy { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
