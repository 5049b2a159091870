namespace RecordingBot.Recordings;

/// <summary>A part in one place: <c>present</c>, <c>removed</c> or <c>gone</c>.</summary>
public sealed record CopyView(Guid Id, string Place, string State);
