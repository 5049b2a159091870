namespace RecordingBot.Tests.Support;

/// <summary>A meeting planned in Zoom.</summary>
/// <param name="ZoomId">Zoom's number.</param>
/// <param name="Uuid">Its first instance.</param>
/// <param name="Topic">What it is called.</param>
/// <param name="StartsAt">When it is to begin.</param>
/// <param name="EndsAt">When it is to end.</param>
internal sealed record Lecture(long ZoomId, string Uuid, string Topic, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
