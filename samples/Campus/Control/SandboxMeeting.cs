namespace Campus.Control;

/// <summary>A meeting as Campus's Zoom tells of it.</summary>
/// <param name="Id">Zoom's meeting number.</param>
/// <param name="Host">The host's account.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="StartsAt">When it is to start.</param>
/// <param name="CourseId">The Canvas course that it names; null for none.</param>
/// <param name="Started">Whether it is being held.</param>
/// <param name="Recording">Whether a local recording runs.</param>
public sealed record SandboxMeeting(
    long Id,
    string? Host,
    string Topic,
    DateTimeOffset StartsAt,
    string? CourseId,
    bool Started,
    bool Recording
);
