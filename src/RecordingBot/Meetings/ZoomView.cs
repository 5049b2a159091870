namespace RecordingBot.Meetings;

/// <summary>A meeting's names in Zoom.</summary>
public sealed record ZoomView(long? Id, string? Uuid, string? HostId);
