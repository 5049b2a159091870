namespace RecordingBot.Deletion;

/// <summary>How the absence of a copy was seen (security.md 4). Texts say "removed"; they never claim physical destruction.</summary>
public static class EvidenceClass
{
    /// <summary>Canvas no longer shows the file to anyone; its operator could restore it for a while.</summary>
    public const string HiddenInCanvas = "hidden-in-canvas";

    /// <summary>The agent looked, with its folder mounted, and the file was not there.</summary>
    public const string ConfirmedAbsent = "confirmed-absent";

    /// <summary>Where nothing of ours can look: whoever had moved it there says that it is gone.</summary>
    public const string StatedByPerson = "stated-by-person";
}
