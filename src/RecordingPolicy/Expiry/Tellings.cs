using RecordingPolicy.Packs;

namespace RecordingPolicy.Expiry;

/// <summary>What people have been told of an end, and what follows from that: nobody's recording goes on a date that they don't know (I1).</summary>
public static class Tellings
{
    /// <summary>
    /// When people were last told of an end that is none any more; null where that never was. What they were told before that counts for nothing,
    /// also where the date is back to what it was: they believe the other.
    /// </summary>
    public static DateTimeOffset? SupersededAt(RecordingFacts facts, PolicyPack pack)
    {
        if (facts.Warnings.IsEmpty)
            return null;
        var whole = EndOfRecording.Of(facts, pack).At;
        var others = facts.Warnings.RemoveAll(warning => warning.EndsAt == whole);
        if (others.IsEmpty)
            return null;
        var inCourse = EndOfRecording.InItsCourse(facts, pack)?.At;
        return others.Where(warning => warning.EndsAt != inCourse).Max(warning => warning.ReachedAt);
    }

    /// <summary>Whether a warning is true when it is said now: of an end that still stands, of one to come or of one that has come.</summary>
    /// <param name="facts">The recording.</param>
    /// <param name="pack">The institution's rules.</param>
    /// <param name="endsAt">The end that it tells of.</param>
    /// <param name="before">The moment that it belongs to; zero for the telling after the end.</param>
    /// <param name="now">When it is said.</param>
    public static bool IsTrue(RecordingFacts facts, PolicyPack pack, DateTimeOffset endsAt, TimeSpan before, DateTimeOffset now) =>
        facts is { Held: false, State: not RecordingState.Deleted }
        && (before == TimeSpan.Zero) == now > endsAt
        && (EndOfRecording.Of(facts, pack).At == endsAt || EndOfRecording.InItsCourse(facts, pack)?.At == endsAt);

    /// <summary>The facts with the warnings that still tell the truth.</summary>
    internal static RecordingFacts Standing(RecordingFacts facts, PolicyPack pack) =>
        SupersededAt(facts, pack) is { } superseded
            ? facts with
            {
                Warnings = facts.Warnings.RemoveAll(warning => warning.AcceptedAt < superseded),
            }
            : facts;

    /// <summary>Whether everyone was told of this end at this moment before it, or nearer to it.</summary>
    internal static bool Told(RecordingFacts facts, DateTimeOffset endsAt, TimeSpan before) =>
        facts.Warnings.Any(warning => warning.EndsAt == endsAt && warning.Before <= before && warning.AcceptedAt is not null);

    /// <summary>From when it may be deleted: its end, but not before the warning period of this very end has run out. Null while not everyone was reached.</summary>
    internal static DateTimeOffset? DeletableFrom(RecordingFacts facts, DateTimeOffset endsAt, PolicyPack pack)
    {
        if (facts.Warnings.Where(warning => warning.EndsAt == endsAt).Min(warning => warning.AcceptedAt) is not { } accepted)
            return null;
        var warned = pack.AfterCalendar(accepted, pack.MinimumWarning);
        return warned > endsAt ? warned : endsAt;
    }

    /// <summary>Why people are told when the end has passed: nobody had begun to, or somebody was not reached.</summary>
    internal static DueReason WhyTellNow(RecordingFacts facts, DateTimeOffset endsAt) =>
        facts.Warnings.Any(warning => warning.EndsAt == endsAt) ? DueReason.NobodyReached : DueReason.EndPassedUnannounced;
}
