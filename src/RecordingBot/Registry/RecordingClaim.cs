namespace RecordingBot.Registry;

/// <summary>A recording that is this instance's to work on, until its lease runs out.</summary>
/// <param name="Id">The recording.</param>
/// <param name="Fence">The claim's number: whoever claims it later has a higher one, and this one can record nothing any more.</param>
/// <param name="NextCheckAt">When it fell due, as the column holds it.</param>
public sealed record RecordingClaim(Guid Id, long Fence, long NextCheckAt);
