namespace RecordingBot.Expiry;

/// <summary>What a recording is held for.</summary>
public static class HoldKind
{
    /// <summary>It belongs to a case that is being dealt with.</summary>
    public const string Case = "case";

    /// <summary>Somebody contests something that it shows.</summary>
    public const string Dispute = "dispute";

    /// <summary>Somebody has asked for it as a public document (allmän handling), and is being answered.</summary>
    public const string PublicDocument = "public-document";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<string> All = [Case, Dispute, PublicDocument];
}
