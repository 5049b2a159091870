using RecordingBot.Tests.Support;

namespace KillPoints;

/// <summary>A stretch of a lecture's life in which the bot is killed at each point.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Least">Fewer points than this would mean that something isn't seen.</param>
/// <param name="Prepare">Brings a campus to where it begins.</param>
/// <param name="Act">What happens, and happens again where somebody's act was lost with the bot.</param>
internal sealed record Scenario(string Name, int Least, Func<SmallCampus, Task<Play>> Prepare, Func<SmallCampus, Play, Task> Act)
{
    /// <summary>Sets it going and lets nothing happen yet; null where it can't be told from what happens.</summary>
    public Func<SmallCampus, Play, Task>? Provoke { get; init; }

    /// <summary>It begins before the bot's start.</summary>
    public bool IsStart { get; init; }

    /// <summary>How long until everything has come to rest: a report that was lost is looked for after five minutes.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMinutes(6);

    public override string ToString() => Name;
}
