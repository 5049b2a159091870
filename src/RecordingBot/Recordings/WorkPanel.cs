namespace RecordingBot.Recordings;

/// <summary>Work on a recording that is under way, in words.</summary>
/// <param name="Recording">Its id.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Words">The same in a sentence.</param>
/// <param name="Waits">What is waited for, and what is left; none where it just goes on.</param>
/// <param name="Followed">The reader follows it: the page reloads itself.</param>
public sealed record WorkPanel(Guid Recording, ProgressView Progress, string Words, IReadOnlyList<string> Waits, bool Followed);
