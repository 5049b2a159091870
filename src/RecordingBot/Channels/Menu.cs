using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>What the bot says when no talk is under way, and the buttons that lead on.</summary>
public static class Menu
{
    public static ChatText Greeting(string? language) => new("Greeting", [], Ways(language));

    public static ChatText Help(string? language) => new("Help", [], Ways(language));

    public static ChatText WhichLanguage() =>
        new("WhichLanguage", [], [new(LocalizedText.Same("Svenska")), new(LocalizedText.Same("English"))]) { Asks = new(null) };

    public static ChatText NotUnderstood(string? language) => new("NotUnderstood", [], Ways(language));

    /// <summary>A card was used whose question is settled, and nothing is asked now.</summary>
    public static ChatText Settled(string? language) => new("CardSettled", [], Ways(language));

    /// <summary>What a fault means for the person; <paramref name="fault"/> is a word of <see cref="Registry.FaultName"/>.</summary>
    public static ChatText Failed(string fault) =>
        ChatText.Of(
            fault.StartsWith("canvas-", StringComparison.Ordinal) ? "FailedCanvas"
            : fault.StartsWith("zoom-", StringComparison.Ordinal) ? "FailedZoom"
            : "Failed"
        );

    public static ChatText Cancelled(ChatTurn turn) =>
        new(turn.State.Talk is null ? "NothingToCancel" : "Cancelled", [], Ways(turn.Language));

    /// <summary>The buttons. "Spela in" also chooses Swedish, so a button that says it is offered only to those who may want that.</summary>
    public static SuggestedAction[] Ways(string? language) =>
        [.. Record(language), new("WayRecordings"), new("WayPublish"), new("WayTasks"), new("WayHelp")];

    private static SuggestedAction[] Record(string? language)
    {
        SuggestedAction swedish = new(LocalizedText.Same("Spela in"));
        SuggestedAction english = new(LocalizedText.Same("Record"));
        return language switch
        {
            "sv" => [swedish],
            "en" => [english],
            _ => [swedish, english],
        };
    }
}
