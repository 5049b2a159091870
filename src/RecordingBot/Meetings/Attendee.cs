namespace RecordingBot.Meetings;

/// <summary>Somebody who comes to a meeting or goes, as far as Zoom tells.</summary>
/// <param name="Participant">The stay's pseudonym.</param>
/// <param name="Name">The pseudonym of the name shown; null where none was told.</param>
/// <param name="IsHost">It is the host.</param>
/// <param name="ByPhone">By telephone.</param>
public sealed record Attendee(string Participant, string? Name, bool IsHost, bool ByPhone);
