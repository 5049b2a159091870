namespace Campus.Clock;

/// <summary>What a follower says of itself.</summary>
/// <param name="Url">Where it is; null where it doesn't know yet.</param>
public sealed record FollowerRequest(string? Url);
