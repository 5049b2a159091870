namespace RecordingBot.Notices;

/// <summary>How many people there are whose consent is needed, and how many have given it. Numbers, no names.</summary>
/// <param name="People">All but the host.</param>
/// <param name="Consented">Those whose consent stands, under what the notice says now.</param>
/// <param name="HasWithdrawn">One of them consented once and no longer does.</param>
public sealed record ConsentTally(int People, int Consented, bool HasWithdrawn)
{
    /// <summary>Nobody was seen.</summary>
    public static readonly ConsentTally Nobody = new(0, 0, false);

    /// <summary>Somebody is there, and everybody has consented. Where nobody was seen, nothing is known (I14).</summary>
    public bool IsComplete => People > 0 && Consented == People;

    /// <summary>Somebody has not consented.</summary>
    public bool IsMissing => Consented < People;
}
