namespace ZoomSimulator.State;

/// <summary>One time that a meeting was held.</summary>
internal sealed record PastInstance(string Uuid, DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Participants);
