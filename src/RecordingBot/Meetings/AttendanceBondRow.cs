namespace RecordingBot.Meetings;

/// <summary>Two stays in a meeting that are one person: at the computer and on the telephone. Pseudonyms, as in <see cref="AttendanceRow"/>.</summary>
public sealed class AttendanceBondRow
{
    public Guid MeetingId { get; init; }

    /// <summary>The stay whose pseudonym sorts first.</summary>
    public required string One { get; init; }

    public required string Other { get; init; }
}
