using CanvasConnector.Terms;

namespace CanvasConnector.Courses;

/// <summary>
/// What a term contributes to a course's closing: its own end (null for none), and the override for students, where null
/// stands for "the term's own end", never for "no end".
/// </summary>
public sealed record TermInput(CanvasId<Term> Id, DateTimeOffset? EndsAt, DateTimeOffset? StudentsEndAt)
{
    /// <summary>For people; decides nothing.</summary>
    public string? Name { get; init; }
}
