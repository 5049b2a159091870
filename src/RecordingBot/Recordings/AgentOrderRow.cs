namespace RecordingBot.Recordings;

/// <summary>An order to an agent, and what came of it.</summary>
public sealed class AgentOrderRow
{
    public Guid Id { get; init; }
    public required string DeviceId { get; init; }
    public Guid RecordingId { get; init; }
    public Guid CopyId { get; init; }

    /// <summary><c>upload</c>, <c>delete</c>, <c>verify</c>, or <c>look</c> for a look that is no deletion's.</summary>
    public required string Kind { get; init; }

    /// <summary>The signed order (JSON).</summary>
    public required string Order { get; init; }

    public DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The signed receipt (JSON).</summary>
    public string? Receipt { get; set; }

    /// <summary><c>done</c>, <c>already-gone</c>, <c>refused</c> or <c>failed</c>.</summary>
    public string? Outcome { get; set; }

    /// <summary>The step has taken the answer in; another order may follow.</summary>
    public bool Used { get; set; }
}
