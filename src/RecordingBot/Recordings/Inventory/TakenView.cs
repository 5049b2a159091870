namespace RecordingBot.Recordings.Inventory;

/// <summary>What was taken in by one request; nothing where that was done already.</summary>
/// <param name="Recordings">How many recordings.</param>
/// <param name="People">How many people were asked about them.</param>
public sealed record TakenView(int Recordings, int People)
{
    public static readonly TakenView Nothing = new(0, 0);
}
