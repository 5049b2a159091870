namespace RecordingAgent.Watching;

/// <summary>The server's answer to a folder it was told of.</summary>
/// <param name="RecordingId">The server's id for it.</param>
public sealed record SeenAnswer(string RecordingId);
