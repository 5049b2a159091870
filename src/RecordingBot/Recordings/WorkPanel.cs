namespace RecordingBot.Recordings;

/// <summary>Work on a recording that is under way, in words.</summary>
/// <param name="Recording">Its id.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Words">The same in a sentence.</param>
/// <param name="Left">The copies that are still to go, each in words; none for other work.</param>
/// <param name="SilentSince">Since when the recording's computer owes an answer; null where it doesn't.</param>
/// <param name="Followed">The reader follows it: the page reloads itself.</param>
public sealed record WorkPanel(
    Guid Recording,
    ProgressView Progress,
    string Words,
    IReadOnlyList<string> Left,
    DateTimeOffset? SilentSince,
    bool Followed
);
