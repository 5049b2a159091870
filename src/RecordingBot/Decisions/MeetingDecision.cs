using System.Collections.Immutable;
using RecordingBot.LegalBases;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>What comes of deciding for a meeting: a decision, errors in the body, or a refusal to decide at all.</summary>
public sealed record MeetingDecision
{
    /// <summary>The decision as stored; null where nothing was decided, or where its texts hold personal data and so nothing is kept.</summary>
    public DecisionRow? Row { get; init; }

    /// <summary>The decision; null where nothing was decided.</summary>
    public Decision? Decision { get; init; }

    /// <summary>What can't be read in the body, by JSON path.</summary>
    public ImmutableArray<RequestError> Errors { get; init; } = [];

    /// <summary>Why nothing could be decided; the body's errors are told apart from it.</summary>
    public MeetingRefusal Refusal { get; init; }

    /// <summary>There is no such meeting.</summary>
    public bool MeetingNotFound => Refusal is MeetingRefusal.NotFound;

    /// <summary>The person is neither the meeting's host nor an active teacher of its course.</summary>
    public bool Forbidden => Refusal is MeetingRefusal.Forbidden;
}
