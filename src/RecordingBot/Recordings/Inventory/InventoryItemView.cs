namespace RecordingBot.Recordings.Inventory;

/// <summary>What one person has in one kind of place.</summary>
/// <param name="Person">Our id of who recorded; null where nobody is known.</param>
/// <param name="Name">The person's name; null as above.</param>
/// <param name="Place"><see cref="CopyPlace.ZoomCloud"/> or <see cref="CopyPlace.RecorderComputer"/>.</param>
/// <param name="Recordings">How many recordings.</param>
/// <param name="Size">How large they are together, in bytes.</param>
/// <param name="Oldest">When the oldest of them began.</param>
public sealed record InventoryItemView(Guid? Person, string? Name, string Place, int Recordings, long Size, DateTimeOffset? Oldest);
