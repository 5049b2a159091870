namespace RecordingBot.Expiry;

/// <summary>A warning to one person; deletion depends on its having been accepted.</summary>
public sealed class WarningRow
{
    public Guid Id { get; init; }
    public Guid RecordingId { get; init; }

    /// <summary>The end it tells of.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>Which of the pack's moments, as seconds before that end; 0 for the telling after an unannounced close.</summary>
    public long BeforeSeconds { get; init; }

    /// <summary>To whom; null for the course admins' task that stands in where nobody can be reached.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The Canvas user told by conversation, for a teacher whom the registry doesn't know.</summary>
    public string? CanvasUserId { get; init; }

    /// <summary>The message that tells of it, together with the person's other recordings; null until there is one.</summary>
    public Guid? DigestId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>When the first channel took it.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The channel that took it first: <c>chat</c>, <c>canvas</c> or <c>mail</c>; <c>task</c> for the course admins' task, <c>none</c> so far.</summary>
    public required string Channel { get; set; }
}
