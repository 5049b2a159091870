using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Meetings;

/// <summary>
/// Who was there and when, put together from comings and goings in whatever order they are told (I4). A going whose coming has not been told
/// yet is kept as a presence without length, until that comes.
/// </summary>
public sealed class AttendanceBook(RegistryContext registry)
{
    /// <summary>Zoom tells whole seconds: whoever came in the second of a post may have missed it.</summary>
    public static readonly TimeSpan TellsWhole = TimeSpan.FromSeconds(1);

    /// <summary>Notes that somebody came or went; the caller saves. The same told again changes nothing.</summary>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="who">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="joined">They came; else they went.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task NoteAsync(Guid meetingId, Attendee who, DateTimeOffset at, bool joined, CancellationToken ct)
    {
        var participant = who.Participant;
        var rows = await registry.Attendance.Where(row => row.MeetingId == meetingId && row.Participant == participant).ToListAsync(ct);
        SortedSet<DateTimeOffset> comings = [.. rows.Where(row => row.LeftAt != row.JoinedAt).Select(row => row.JoinedAt)];
        SortedSet<DateTimeOffset> goings = [.. rows.Select(row => row.LeftAt).OfType<DateTimeOffset>()];
        (joined ? comings : goings).Add(at);

        var presences = Pair([.. comings], goings);
        foreach (var row in rows.Where(row => !presences.ContainsKey(row.JoinedAt)))
            registry.Attendance.Remove(row);
        var posts = await registry.NoticePosts.AsNoTracking().Where(post => post.MeetingId == meetingId).ToListAsync(ct);
        foreach (var (from, until) in presences)
        {
            var row = rows.Find(row => row.JoinedAt == from) ?? Add(meetingId, participant, from);
            row.LeftAt = until;
            row.Name ??= who.Name;
            row.IsHost |= who.IsHost;
            row.ByPhone |= who.ByPhone;
            // Told late: whoever was there when the notice was posted has had it, and whoever had gone has not. Nobody reads a chat on the telephone.
            if (row.ReachedAt is not null && !(until < row.ReachedAt) && !row.ByPhone)
                continue;
            var first = row.ByPhone
                ? null
                : posts.FindAll(post => from + TellsWhole <= post.At && !(until < post.At)).MinBy(post => post.At);
            (row.ReachedAt, row.ReachedBy) = (first?.At, first?.Channel);
        }
    }

    /// <summary>Notes that two stays are one person's; the caller saves.</summary>
    public async Task BindAsync(Guid meetingId, string one, string other, CancellationToken ct)
    {
        if (string.CompareOrdinal(one, other) > 0)
            (one, other) = (other, one);
        if (one != other && await registry.AttendanceBonds.FindAsync([meetingId, one, other], ct) is null)
            registry.AttendanceBonds.Add(
                new()
                {
                    MeetingId = meetingId,
                    One = one,
                    Other = other,
                }
            );
    }

    /// <summary>Each coming ends with the first going before the next coming; the goings that are left stand alone.</summary>
    private static Dictionary<DateTimeOffset, DateTimeOffset?> Pair(DateTimeOffset[] comings, SortedSet<DateTimeOffset> goings)
    {
        var presences = new Dictionary<DateTimeOffset, DateTimeOffset?>();
        for (var place = 0; place < comings.Length; place++)
        {
            var (from, next) = (comings[place], place + 1 < comings.Length ? comings[place + 1] : DateTimeOffset.MaxValue);
            var until = goings.Where(going => going > from && going <= next).Select(going => (DateTimeOffset?)going).FirstOrDefault();
            presences[from] = until;
            if (until is { } going)
                goings.Remove(going);
        }
        foreach (var alone in goings)
            presences[alone] = alone;
        return presences;
    }

    private AttendanceRow Add(Guid meetingId, string participant, DateTimeOffset from)
    {
        var row = new AttendanceRow
        {
            Id = Guid.CreateVersion7(from),
            MeetingId = meetingId,
            Participant = participant,
            JoinedAt = from,
        };
        registry.Attendance.Add(row);
        return row;
    }
}
