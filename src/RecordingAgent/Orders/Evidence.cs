namespace RecordingAgent.Orders;

/// <summary>What the agent saw at the end of an order.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Size">The size seen last, in bytes; null where nothing was there.</param>
/// <param name="Sha256">The hash seen last; null where none was taken.</param>
/// <param name="SeenAt">When.</param>
public sealed record Evidence(EvidenceKind Kind, long? Size, string? Sha256, DateTimeOffset SeenAt);
