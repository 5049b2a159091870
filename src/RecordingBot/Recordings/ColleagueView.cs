namespace RecordingBot.Recordings;

/// <summary>A colleague who may open a recording's record.</summary>
/// <param name="Account">The account that was named.</param>
/// <param name="Name">How the colleague is shown; null where nobody said.</param>
/// <param name="Since">From when.</param>
/// <param name="EndsAt">When it ends by itself; null where a review decides.</param>
/// <param name="ReviewAt">When the recorder is asked whether it is still needed; null where it ends by itself.</param>
public sealed record ColleagueView(string Account, string? Name, DateTimeOffset Since, DateTimeOffset? EndsAt, DateTimeOffset? ReviewAt);
