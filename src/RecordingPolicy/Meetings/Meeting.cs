namespace RecordingPolicy.Meetings;

/// <summary>The meeting that somebody wants to record. Null means not answered.</summary>
public sealed record Meeting
{
    /// <summary>A meeting with the facts that every request has.</summary>
    /// <exception cref="ArgumentException">The meeting ends before it starts.</exception>
    public Meeting(MeetingPlatform platform, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        if (endsAt < startsAt)
            throw new ArgumentException("A meeting cannot end before it starts.", nameof(endsAt));
        (Platform, StartsAt, EndsAt) = (platform, startsAt, endsAt);
    }

    public MeetingPlatform Platform { get; }
    public DateTimeOffset StartsAt { get; }
    public DateTimeOffset EndsAt { get; }
    public MeetingKind? Kind { get; init; }
    public string? Topic { get; init; }

    /// <summary>The course; null where none was named, and for a meeting of kind <see cref="MeetingKind.Other"/>.</summary>
    public MeetingCourse? Course { get; init; }

    /// <summary>Teaching or examination: what the university's rules call education.</summary>
    public bool IsEducation => Kind is MeetingKind.Teaching or MeetingKind.Examination;

    /// <summary>Examination or exercise of authority: what HB calls a case (<i>Ärende</i>).</summary>
    public bool DecidesOnIndividuals => Kind is MeetingKind.Examination or MeetingKind.AuthorityExercise;

    /// <summary>Answered, and neither teaching nor examination.</summary>
    public bool IsOtherThanEducation => Kind is not null && !IsEducation;
}
