namespace RecordingBot.Meetings;

/// <summary>Somebody whom the notice did not reach while they were there.</summary>
/// <param name="Participant">A pseudonym that holds within the meeting.</param>
/// <param name="From">When they came.</param>
/// <param name="Until">When they went; null where that has not been told.</param>
/// <param name="ByPhone">By telephone.</param>
public sealed record UnreachedView(string Participant, DateTimeOffset From, DateTimeOffset? Until, bool ByPhone);
