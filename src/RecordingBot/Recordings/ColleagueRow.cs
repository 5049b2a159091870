namespace RecordingBot.Recordings;

/// <summary>A colleague whom the recorder lets open a recording's record (<c>storage.access-granted</c>): until a day, or until a review says otherwise.</summary>
public sealed class ColleagueRow
{
    public Guid Id { get; init; }
    public Guid RecordingId { get; init; }

    /// <summary>The colleague.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The recorder who named them.</summary>
    public Guid GrantedBy { get; init; }

    public DateTimeOffset GrantedAt { get; init; }

    /// <summary>When it ends by itself; null where a review decides.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>When the recorder is asked whether it is still needed; null where it ends by itself.</summary>
    public DateTimeOffset? ReviewAt { get; set; }

    /// <summary>When the recorder was asked; null before, and again once it is answered.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When something is due for it: its end, its review, or the end of the wait for an answer. Indexed; null once it has ended.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
