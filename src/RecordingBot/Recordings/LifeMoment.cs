using RecordingPolicy;

namespace RecordingBot.Recordings;

/// <summary>Something that happened to a recording, or is to happen.</summary>
/// <param name="Kind">One of <see cref="LifeKind"/>.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why, or what it means, in a sentence.</param>
public sealed record LifeMoment(string Kind, DateTimeOffset At, LocalizedText Why);
