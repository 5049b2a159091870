namespace RecordingBot.Recordings;

/// <summary>A later end: a day (its end, in the institution's time zone) or a moment with offset; and why.</summary>
public sealed record ExtensionBody(string? Until, string? Reason);
