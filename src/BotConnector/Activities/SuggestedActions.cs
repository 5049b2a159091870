namespace BotConnector.Activities;

/// <summary>Answers offered as buttons after the newest message.</summary>
public sealed record SuggestedActions
{
    /// <summary>Whom they are shown to; null means everyone.</summary>
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>The buttons, in order.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>One button for each of the words; pressing one says it.</summary>
    public static SuggestedActions Of(params IEnumerable<string> titles) =>
        new() { Actions = [.. titles.Select(title => CardAction.ImBack(title))] };
}
