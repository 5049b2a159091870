namespace RecordingBot.Notices;

/// <summary>The announcement in the course, as the API and the pages show it.</summary>
/// <param name="Wanted">The teacher wants it.</param>
/// <param name="PostedAt">When it was posted; null while it isn't there.</param>
public sealed record AnnouncementView(bool Wanted, DateTimeOffset? PostedAt);
