using RecordingPolicy;

namespace RecordingBot.Recordings;

/// <summary>What happens next, when, and why.</summary>
public sealed record NextStepView(string Step, DateTimeOffset? At, LocalizedText Why);
