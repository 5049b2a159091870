namespace RecordingBot.Notices;

/// <summary>How many people there are whose consent is needed, and how many have given it. Numbers, no names.</summary>
/// <param name="People">All but the host.</param>
/// <param name="Consented">Those whose consent stands, under what the notice says now.</param>
/// <param name="HasWithdrawn">One of them consented once and no longer does.</param>
/// <param name="IsKnown">Somebody was seen at all, those included whose part was removed from the recording.</param>
public sealed record ConsentTally(int People, int Consented, bool HasWithdrawn, bool IsKnown)
{
    /// <summary>Nobody was seen.</summary>
    public static readonly ConsentTally Nobody = new(0, 0, false, false);

    /// <summary>Everybody has consented. Where nobody was seen, nothing is known (I14).</summary>
    public bool IsComplete => IsKnown && Consented == People;

    /// <summary>Somebody has not consented.</summary>
    public bool IsMissing => Consented < People;
}
