using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>A page of a conversation's log, and the mark to ask for what comes next; no mark where nothing of it is in the log.</summary>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);
