using RecordingBot.Meetings;

namespace RecordingBot.Recordings;

/// <summary>A meeting that a recording may be of.</summary>
/// <param name="MeetingId">The meeting, by our id.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record CandidateView(Guid MeetingId, string Topic, DateTimeOffset StartedAt)
{
    internal static CandidateView Of(MeetingRow row) => new(row.Id, row.Topic, row.StartedAt ?? row.StartsAt);
}
