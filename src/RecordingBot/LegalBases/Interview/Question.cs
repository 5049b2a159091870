using System.Collections.Immutable;

namespace RecordingBot.LegalBases.Interview;

/// <summary>
/// One question of the interview. Its words are the chat's texts <c>Ask_ID</c> (with help in <c>Help_ID</c> and its name in <c>Label_ID</c>);
/// its values' words are <c>Choice_ID_VALUE</c>. Dots in an id stand as underscores there.
/// </summary>
/// <param name="Path">The JSON path of the fact in a request, which is also the question's id.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Values">The values of a choice.</param>
public sealed record Question(string Path, AnswerKind Kind, params ImmutableArray<string> Values)
{
    /// <summary>Asked of everyone, once; the other questions are put when a rule asks for their fact.</summary>
    public bool Always { get; init; }

    /// <summary>The rule that its answer satisfies: no rule asks for it, and it is offered with the answers where that rule stands in the way. Null for the others.</summary>
    public string? WayOutOf { get; init; }

    /// <summary>About what will be said or shown: never answered beforehand.</summary>
    public bool IsContent => Path.StartsWith(Questions.Contains, StringComparison.Ordinal);

    /// <summary>The part of the texts' keys that names it.</summary>
    public string Key => Path.Replace('.', '_');
}
