namespace ZoomSimulator.State;

/// <summary>Someone in a meeting now.</summary>
internal sealed record PresentPerson(string SessionId, string ParticipantUuid, string Name, bool Guest, string? Phone = null);
