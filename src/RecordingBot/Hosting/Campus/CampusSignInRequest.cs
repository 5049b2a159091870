namespace RecordingBot.Hosting.Campus;

/// <summary>Who wants to be signed in.</summary>
/// <param name="Account">One of the sample accounts.</param>
public sealed record CampusSignInRequest(string? Account);
