namespace RecordingBot.Recordings;

/// <summary>A recording as the API and the pages show it (design.md 5).</summary>
public sealed record RecordingView
{
    public required Guid Id { get; init; }
    public required Guid? MeetingId { get; init; }
    public required string? CourseId { get; init; }
    public required string Topic { get; init; }

    /// <summary>Who recorded: our id of the person; null where nobody is known.</summary>
    public required Guid? Recorder { get; init; }

    /// <summary><c>expected</c>, <c>registered</c>, <c>published</c>, <c>unpublished</c> or <c>deleted</c>.</summary>
    public required string State { get; init; }

    /// <summary>Any of <c>unexplained</c>, <c>inventory</c>, <c>held</c>, <c>missing</c>, <c>restricted</c>.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    public required IReadOnlyList<PartView> Parts { get; init; }

    /// <summary>Where it is in its course; null while it isn't.</summary>
    public required PublicationView? Publication { get; init; }

    /// <summary>The further courses in which it is shown.</summary>
    public required IReadOnlyList<FurtherView> AlsoIn { get; init; }

    /// <summary>The recording whose video this one shows in a further course; null for one with files of its own.</summary>
    public required Guid? Source { get; init; }

    public required EndsView Ends { get; init; }

    /// <summary>What is due or waited for; null once all is done.</summary>
    public required NextStepView? NextStep { get; init; }

    public required IReadOnlyList<WarningView> Warnings { get; init; }
    public required HoldView? Hold { get; init; }

    /// <summary>What is being done with it just now; null while nothing is.</summary>
    public required ProgressView? Progress { get; init; }
}
