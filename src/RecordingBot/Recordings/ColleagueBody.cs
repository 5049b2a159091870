namespace RecordingBot.Recordings;

/// <summary>A colleague's access: the day on which it ends, or the day on which it is looked at again. Without either, the pack says when it is looked at.</summary>
public sealed record ColleagueBody(string? Until, string? ReviewOn);
