using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>
/// Which meeting a session folder belongs to. The disk knows no uuid and often no number (facts/zoom.md 5.1): the start must fit the meeting's
/// real times, and the number must be its own, or the topic, where whoever records is its host. Several candidates are none: people are asked,
/// never guessed for.
/// </summary>
public sealed class MeetingMatch(RegistryContext registry, People people, IOptions<AgentSettings> settings)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>The moment that a computer's wall clock showed when it named the folder.</summary>
    public DateTimeOffset InstantOf(DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Value.TimeZone);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Whoever records on the computer; null where that isn't known.</summary>
    public async Task<PersonRow?> OwnerAsync(CancellationToken ct) =>
        settings.Value.Owner is { } account ? await people.FindByAccountAsync(account, ct) : null;

    /// <summary>The meeting of a folder with this number and topic in its name; null where none or several fit.</summary>
    public async Task<MeetingRow?> FindAsync(long? zoomMeetingNumber, string topic, DateTimeOffset startedAt, CancellationToken ct)
    {
        var running = await RunningAsync(startedAt, ct);
        var candidates = running.FindAll(row => row.ZoomId == zoomMeetingNumber);
        if (candidates.Count == 0)
        {
            var owner = await OwnerAsync(ct);
            candidates = running.FindAll(row =>
                IsAlike(row.Topic, topic) && (owner is null || row.HostPersonId is null || row.HostPersonId == owner.Id)
            );
        }
        return candidates.Count == 1 ? candidates[0] : Nearest(candidates, startedAt);
    }

    /// <summary>
    /// The meetings that a recording from a folder may be of, for a person to choose from: those at its time that its recorder held, or that share its
    /// topic or number. Empty where its meeting is known, or where nothing has to be chosen.
    /// </summary>
    public async Task<IReadOnlyList<MeetingRow>> CandidatesAsync(RecordingRow recording, CancellationToken ct)
    {
        if (
            recording is not { Unexplained: true, Folder: { } folder, RecordedAt: { } startedAt, State: not RecordingState.Deleted }
            || await registry.Meetings.AnyAsync(row => row.Id == recording.MeetingId && row.ZoomId != null, ct)
        )
            return [];
        var running = await RunningAsync(startedAt, ct);
        return running.FindAll(row =>
            (row.HostPersonId is { } host && host == recording.RecorderId)
            || IsAlike(row.Topic, recording.Topic)
            || folder.EndsWith($" {row.ZoomId}", StringComparison.Ordinal)
        );
    }

    private Task<List<MeetingRow>> RunningAsync(DateTimeOffset startedAt, CancellationToken ct)
    {
        var (earliest, latest) = (startedAt - Slack, startedAt + Slack);
        return registry
            .Meetings.Where(row =>
                row.ZoomId != null && row.StartedAt != null && row.StartedAt <= latest && (row.EndedAt == null || row.EndedAt >= earliest)
            )
            .OrderBy(row => row.StartedAt)
            .Take(1000)
            .ToListAsync(ct);
    }

    /// <summary>Of one meeting run twice, the instance that was running: its own times hold the start.</summary>
    private static MeetingRow? Nearest(List<MeetingRow> candidates, DateTimeOffset startedAt)
    {
        var holding = candidates.Where(row => row.StartedAt <= startedAt && (row.EndedAt is null || row.EndedAt >= startedAt)).ToList();
        return holding.Count == 1 ? holding[0] : null;
    }

    private static bool IsAlike(string one, string other) => FolderTopic(one) == FolderTopic(other);

    /// <summary>A topic as far as a folder's name can keep it: letters and digits.</summary>
    private static string FolderTopic(string topic) =>
        string.Concat(Texts.Bounded(topic, 200).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
