using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>One line of a conversation's log.</summary>
/// <param name="Sequence">Its place: 1 for the first, always growing within a conversation.</param>
/// <param name="Activity">What was said, with its <see cref="Activity.Id"/>.</param>
/// <param name="IsHandled">True once the bot's turn over it has ended. Always true for what the bot said.</param>
public sealed record StoredActivity(long Sequence, Activity Activity, bool IsHandled);
