using System.Text.Json.Nodes;

namespace RecordingBot.LegalBases.Interview;

/// <summary>What a person's words mean as an answer.</summary>
public abstract record AnswerReading
{
    private AnswerReading() { }

    /// <summary>The answer, at each path that it settles.</summary>
    public sealed record Facts(params IReadOnlyList<(string Path, JsonNode? Value)> Values) : AnswerReading;

    /// <summary>Settled without an answer: no course, or decided later.</summary>
    public sealed record Left : AnswerReading;

    /// <summary>It held somebody's personal data, and was not kept (<c>purpose.minimised-text</c>).</summary>
    public sealed record NotKept : AnswerReading;

    /// <summary>It means nothing here.</summary>
    public sealed record NotUnderstood : AnswerReading;
}
