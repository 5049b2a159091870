using RecordingBot.Recordings;

namespace RecordingBot.Admin;

/// <summary>A recording with the time that it takes.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="From">When it begins: the recording, the meeting, or the moment it was first known.</param>
/// <param name="DeletedAt">When it was gone; null while it isn't.</param>
public sealed record RecordingSpan(RecordingView Recording, DateTimeOffset From, DateTimeOffset? DeletedAt);
