namespace RecordingBot.Hosting.Campus;

/// <summary>A session's token, for <c>Authorization: Bearer</c>.</summary>
public sealed record CampusSignInAnswer(string Token);
