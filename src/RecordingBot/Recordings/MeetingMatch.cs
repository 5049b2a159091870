using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>
/// Which meeting a session folder belongs to. The disk knows no uuid and often no number (facts/zoom.md 5.1): the start must fit the meeting's
/// real times, and the number or the topic must be its own. Several candidates are none: people are asked, never guessed for.
/// </summary>
public sealed class MeetingMatch(RegistryContext registry, IOptions<AgentSettings> settings)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>The moment that a computer's wall clock showed when it named the folder.</summary>
    public DateTimeOffset InstantOf(DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Value.TimeZone);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The meeting of a folder with this number and topic in its name; null where none or several fit.</summary>
    public async Task<MeetingRow?> FindAsync(long? zoomMeetingNumber, string topic, DateTimeOffset startedAt, CancellationToken ct)
    {
        var (earliest, latest) = (startedAt - Slack, startedAt + Slack);
        var running = await registry
            .Meetings.Where(row =>
                row.ZoomId != null && row.StartedAt != null && row.StartedAt <= latest && (row.EndedAt == null || row.EndedAt >= earliest)
            )
            .OrderBy(row => row.StartedAt)
            .Take(1000)
            .ToListAsync(ct);
        var byNumber = running.Where(row => row.ZoomId == zoomMeetingNumber).ToList();
        var candidates = byNumber.Count > 0 ? byNumber : [.. running.Where(row => FolderTopic(row.Topic) == FolderTopic(topic))];
        return candidates.Count == 1 ? candidates[0] : Nearest(candidates, startedAt);
    }

    /// <summary>Of one meeting run twice, the instance that was running: its own times hold the start.</summary>
    private static MeetingRow? Nearest(List<MeetingRow> candidates, DateTimeOffset startedAt)
    {
        var holding = candidates.Where(row => row.StartedAt <= startedAt && (row.EndedAt is null || row.EndedAt >= startedAt)).ToList();
        return holding.Count == 1 ? holding[0] : null;
    }

    /// <summary>A topic as far as a folder's name can keep it: letters and digits.</summary>
    private static string FolderTopic(string topic) =>
        string.Concat(Texts.Bounded(topic, 200).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
