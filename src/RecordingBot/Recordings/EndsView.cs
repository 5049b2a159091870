using RecordingPolicy;

namespace RecordingBot.Recordings;

/// <summary>When it ends, under which plan, and why then.</summary>
public sealed record EndsView(DateTimeOffset? At, string? Plan, string Reason, LocalizedText Why);
