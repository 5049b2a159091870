namespace RecordingBot.LegalBases.Interview;

/// <summary>A question, and what was understood as its answer.</summary>
public sealed record Answered(Question Question, AnswerReading Reading);
