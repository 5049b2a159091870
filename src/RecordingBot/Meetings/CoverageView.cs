namespace RecordingBot.Meetings;

/// <summary>How many took part in the meeting, but the host, and how many of them the notice reached while they were there.</summary>
public sealed record CoverageView(int Present, int Reached)
{
    /// <summary>How many of those it reached before the meeting can have been recorded.</summary>
    public int Before { get; init; }

    /// <summary>How many it reached later.</summary>
    public int After { get; init; }

    /// <summary>How many were there by telephone alone: they read no chat.</summary>
    public int ByPhone { get; init; }

    /// <summary>The first moment at which the meeting can have been recorded; null while there is none.</summary>
    public DateTimeOffset? RecordableFrom { get; init; }

    /// <summary>The ways by which people were told.</summary>
    public IReadOnlyList<CoverageChannelView> Channels { get; init; } = [];

    /// <summary>Those whom it has not reached, the first to come first; none once who was there is erased. A hundred at most.</summary>
    public IReadOnlyList<UnreachedView> NotReached { get; init; } = [];
}
