namespace RecordingBot.Recordings.Inventory;

/// <summary>The recordings that would be taken in together, the oldest first.</summary>
/// <param name="Recordings">How many.</param>
/// <param name="People">How many people would be asked about them.</param>
/// <param name="Unowned">How many of the recordings have no known owner: those are the operator's to ask about.</param>
/// <param name="From">When the oldest began.</param>
/// <param name="To">When the newest began.</param>
/// <param name="Through">The last of them, by which the portion is named when it is taken in.</param>
public sealed record PortionView(int Recordings, int People, int Unowned, DateTimeOffset From, DateTimeOffset To, Guid Through);
