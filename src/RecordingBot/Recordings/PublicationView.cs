namespace RecordingBot.Recordings;

/// <summary>The recording in Canvas.</summary>
public sealed record PublicationView(string CanvasFileId, string? ModuleItemId, DateTimeOffset? LockAt, bool Visible);
