namespace RecordingBot.Registry;

/// <summary>Something that waits for a person. Exactly one is open for a kind and a subject.</summary>
public sealed class TaskRow
{
    public Guid Id { get; init; }

    /// <summary>One of <see cref="TaskKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: <c>recording:ID</c>, <c>meeting:ID</c>, <c>folder:…</c>.</summary>
    public required string Subject { get; init; }

    public Guid? RecordingId { get; init; }
    public Guid? MeetingId { get; init; }

    /// <summary>Whose it is; null means everyone with <see cref="Role"/>.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The role that can answer, besides <see cref="PersonId"/>.</summary>
    public required string Role { get; set; }

    /// <summary>Key of the question in the resources, <c>Task_KIND</c>, with these arguments (JSON array of texts).</summary>
    public string Arguments { get; set; } = "[]";

    /// <summary>The answers it takes, separated by spaces; empty where only the end of its cause closes it.</summary>
    public string Answers { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    /// <summary>The last moment for it, or the next one at which the product does something about it; null where it has none.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Attempts { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? Answer { get; set; }
    public Guid? AnsweredBy { get; set; }
}
