namespace KillPoints.Oracle;

/// <summary>What somebody who knows the rules and has seen the beginning expects in the end.</summary>
/// <param name="Outcome">What is to be true of the one recording.</param>
/// <param name="Course">Its course.</param>
/// <param name="Folder">Its folder on the computer.</param>
/// <param name="Files">Its files by their path, with the SHA-256 of each, as they were left there.</param>
/// <param name="OthersOnDisk">Everything else that lay there.</param>
/// <param name="OthersInCanvas">Every file in Canvas that isn't the recording's.</param>
internal sealed record Expected(
    Outcome Outcome,
    string Course,
    string Folder,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string> OthersOnDisk,
    IReadOnlyList<TrueFile> OthersInCanvas
)
{
    /// <summary>Its owner asked for its end, so that it owes nothing to the course's.</summary>
    public bool OwnerAsked { get; init; }

    /// <summary>Somebody holds it.</summary>
    public bool Held { get; init; }

    /// <summary>Since the end came unannounced: not before this.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
