using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Notices;
using RecordingBot.Registry;

namespace RecordingBot.Meetings;

/// <summary>
/// Counts whom a meeting's notice reached, by which way, and when. Once who was there is erased (<c>retention.own-records</c>) it is the figure that
/// was kept then.
/// </summary>
public sealed class CoverageReader(RegistryContext registry)
{
    /// <summary>The most that are named of those whom it has not reached.</summary>
    private const int MostNamed = 100;

    /// <summary>So much of a pseudonym tells people of one meeting apart.</summary>
    private const int NameLength = 8;

    /// <summary>Of some meetings, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, CoverageView>> ReadAsync(IReadOnlyList<MeetingRow> meetings, CancellationToken ct)
    {
        Guid[] ids = [.. meetings.Where(row => row.Coverage is null).Select(row => row.Id)];
        var stays = (
            await registry.Attendance.AsNoTracking().Where(row => ids.Contains(row.MeetingId) && !row.IsHost).ToListAsync(ct)
        ).ToLookup(row => row.MeetingId);
        var bonds = (await registry.AttendanceBonds.AsNoTracking().Where(row => ids.Contains(row.MeetingId)).ToListAsync(ct)).ToLookup(
            row => row.MeetingId
        );
        var posts = (await registry.NoticePosts.AsNoTracking().Where(row => ids.Contains(row.MeetingId)).ToListAsync(ct)).ToLookup(row =>
            row.MeetingId
        );
        var announced = await registry
            .Announcements.AsNoTracking()
            .Where(row => ids.Contains(row.MeetingId) && row.PostedAt != null)
            .ToDictionaryAsync(row => row.MeetingId, row => row.PostedAt, ct);
        return meetings.ToDictionary(
            row => row.Id,
            row =>
                row.Coverage is { } kept
                    ? JsonSerializer.Deserialize<CoverageView>(kept, JsonSerializerOptions.Web)!
                    : Count(row, [.. stays[row.Id]], [.. bonds[row.Id]], [.. posts[row.Id]], announced.GetValueOrDefault(row.Id))
        );
    }

    /// <summary>The figures alone, for <see cref="MeetingRow.Coverage"/>.</summary>
    public async Task<string> FiguresAsync(MeetingRow meeting, CancellationToken ct) =>
        JsonSerializer.Serialize((await ReadAsync([meeting], ct))[meeting.Id] with { NotReached = [] }, JsonSerializerOptions.Web);

    private static CoverageView Count(
        MeetingRow meeting,
        List<AttendanceRow> stays,
        List<AttendanceBondRow> bonds,
        List<NoticePostRow> posts,
        DateTimeOffset? announcedAt
    )
    {
        var people = People(stays, bonds);
        var reached = people.ConvertAll(person => person.Where(stay => stay.ReachedAt is not null).MinBy(stay => stay.ReachedAt));
        var from = meeting.RecordableFrom();
        var before = reached.Count(stay => stay is not null && (from is null || stay.ReachedAt <= from));
        var all = reached.Count(stay => stay is not null);
        return new(people.Count, all)
        {
            Before = before,
            After = all - before,
            ByPhone = people.Count(person => person.TrueForAll(stay => stay.ByPhone)),
            RecordableFrom = from,
            Channels = [.. Channels(meeting, reached, posts, announcedAt)],
            NotReached =
            [
                .. people
                    .Where(person => person.TrueForAll(stay => stay.ReachedAt is null))
                    .Select(person => new UnreachedView(
                        person[0].Participant[..Math.Min(NameLength, person[0].Participant.Length)],
                        person[0].JoinedAt,
                        person.Exists(stay => stay.LeftAt is null) ? null : person.Max(stay => stay.LeftAt),
                        person.TrueForAll(stay => stay.ByPhone)
                    ))
                    .OrderBy(person => person.From)
                    .Take(MostNamed),
            ],
        };
    }

    /// <summary>Each person's stays, the first one first. Somebody who left and came back is one person, and so are a computer and its telephone.</summary>
    private static List<List<AttendanceRow>> People(List<AttendanceRow> stays, List<AttendanceBondRow> bonds)
    {
        var one = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var bond in bonds)
        {
            var (first, second) = (Root(bond.One), Root(bond.Other));
            if (first != second)
                one[second] = first;
        }
        return
        [
            .. stays
                .GroupBy(stay => Root(stay.Participant), StringComparer.Ordinal)
                .Select(person => person.OrderBy(stay => stay.JoinedAt).ToList()),
        ];

        string Root(string participant)
        {
            while (one.TryGetValue(participant, out var next))
                participant = next;
            return participant;
        }
    }

    private static IEnumerable<CoverageChannelView> Channels(
        MeetingRow meeting,
        List<AttendanceRow?> reached,
        List<NoticePostRow> posts,
        DateTimeOffset? announcedAt
    )
    {
        foreach (var way in new[] { NoticeChannel.MeetingChat, NoticeChannel.HostPasted })
        {
            var count = reached.Count(stay => stay is not null && (stay.ReachedBy ?? NoticeChannel.MeetingChat) == way);
            if (count > 0 || posts.Exists(post => post.Channel == way))
                yield return new(
                    way,
                    CoverageChannelState.On,
                    posts.Where(post => post.Channel == way).Min(post => (DateTimeOffset?)post.At),
                    count
                );
        }
        if (announcedAt is not null)
            yield return new(NoticeChannel.CourseAnnouncement, CoverageChannelState.On, announcedAt, null);
        yield return new(NoticeChannel.ZoomDisclaimer, CoverageChannelState.Of(meeting.Disclaimer), meeting.DisclaimerCheckedAt, null)
        {
            Asks = [.. CoverageChannelState.Asks(meeting.Disclaimer)],
        };
    }
}
