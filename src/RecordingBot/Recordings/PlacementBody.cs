namespace RecordingBot.Recordings;

/// <summary>Which meeting a recording is of.</summary>
public sealed record PlacementBody(Guid? MeetingId);
