namespace RecordingBot.Recordings.Inventory;

/// <summary>A portion to take in, as it was looked at.</summary>
/// <param name="Person">Whose; null for everybody's.</param>
/// <param name="Count">How many at most; null for <see cref="InventoryReader.Usual"/>.</param>
/// <param name="Through">The portion's last recording (<see cref="PortionView.Through"/>).</param>
/// <param name="Reason">Why now.</param>
public sealed record TakeBody(Guid? Person, int? Count, Guid? Through, string? Reason);
