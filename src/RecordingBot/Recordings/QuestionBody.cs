namespace RecordingBot.Recordings;

/// <summary>A question about a recording's end, without anybody's personal data.</summary>
public sealed record QuestionBody(string? Question);
