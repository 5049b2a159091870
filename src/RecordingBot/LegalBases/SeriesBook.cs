using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Decisions;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases;

/// <summary>The series of courses: which there are, and which of their meetings wait to be confirmed.</summary>
public sealed class SeriesBook(
    RegistryContext registry,
    Registrar registrar,
    MeetingRequests requests,
    ActivePack active,
    TimeProvider clock
)
{
    private const int Most = 10;

    /// <summary>The series that serve meetings now.</summary>
    public IQueryable<SeriesRow> Live
    {
        get
        {
            var now = clock.GetUtcNow();
            return registry.Series.Where(row => row.EndedAt == null && row.Until > now);
        }
    }

    /// <summary>The scheduled meetings that a course's series would serve, or serves: not decided, and not over.</summary>
    public IQueryable<MeetingRow> Open
    {
        get
        {
            var now = clock.GetUtcNow();
            return registry.Meetings.Where(row =>
                row.DecisionId == null && row.EndedAt == null && row.CancelledAt == null && row.EndsAt > now
            );
        }
    }

    /// <summary>How many more meetings a decision's answers could serve; none where its course has a series, or it isn't teaching.</summary>
    public async Task<int> CouldServeAsync(MeetingRow meeting, DecisionRow decision, CancellationToken ct) =>
        meeting.CourseId is { } course && IsTeaching(decision) && !await Live.AnyAsync(row => row.CourseId == course, ct)
            ? await Open.CountAsync(row => row.CourseId == course, ct)
            : 0;

    /// <summary>The newest decision that this person made for a lecture that may be recorded; null where there is none.</summary>
    public async Task<(DecisionRow Decision, MeetingRow Meeting)?> NewestAsync(PersonRow person, CancellationToken ct)
    {
        var newest = await registry
            .Decisions.AsNoTracking()
            .Where(row => row.DecidedBy == person.Id && row.Outcome == "approved")
            .Join(registry.Meetings, row => row.MeetingId, meeting => meeting.Id, (row, meeting) => new { row, meeting })
            .Where(pair => pair.meeting.CourseId != null)
            .OrderByDescending(pair => pair.row.DecidedAt)
            .FirstOrDefaultAsync(ct);
        return newest is not null && IsTeaching(newest.row) ? (newest.row, newest.meeting) : null;
    }

    /// <summary>Lets a decision's answers serve its course until that closes; where it doesn't, as long as an open course may go unasked about.</summary>
    public async Task<SeriesRow> MakeAsync(DecisionRow decision, MeetingRow meeting, PersonRow by, CancellationToken ct)
    {
        var course = meeting.CourseId ?? throw new ArgumentException("A series is a course's.", nameof(meeting));
        if (await Live.FirstOrDefaultAsync(row => row.CourseId == course, ct) is { } there)
            return there;
        var now = clock.GetUtcNow();
        var closes = (await registry.Courses.FindAsync([course], ct))?.ClosesAt;
        var series = new SeriesRow
        {
            Id = Guid.CreateVersion7(now),
            CourseId = course,
            DecisionId = decision.Id,
            MadeBy = by.Id,
            MadeAt = now,
            Until = closes > now ? closes.Value : active.Pack.AfterCalendar(now, active.Pack.OpenCourseReview.After),
        };
        registry.Series.Add(series);
        registrar.Audit(Subject.Person(by.Id), "series.made", Subject.Course(course), after: decision.Id.ToString());
        await registry.SaveChangesAsync(ct);
        return series;
    }

    /// <summary>Ends a series: its meetings are asked about no more. What was decided stays.</summary>
    public async Task EndAsync(SeriesRow series, PersonRow by, CancellationToken ct)
    {
        series.EndedAt = clock.GetUtcNow();
        registrar.Audit(Subject.Person(by.Id), "series.ended", Subject.Course(series.CourseId), before: series.DecisionId.ToString());
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>The meetings that this person can confirm, the nearest first, each with its series.</summary>
    public async Task<IReadOnlyList<(MeetingRow Meeting, SeriesRow Series)>> ToConfirmAsync(PersonRow person, CancellationToken ct)
    {
        List<(MeetingRow, SeriesRow)> mine = [];
        foreach (var series in await Live.AsNoTracking().ToListAsync(ct))
        {
            var open = await Of(series).OrderBy(row => row.StartsAt).Take(Most).ToListAsync(ct);
            foreach (var meeting in open)
                if (await requests.MayDecideAsync(meeting, person, ct))
                    mine.Add((meeting, series));
        }
        return [.. mine.OrderBy(pair => pair.Item1.StartsAt).Take(Most)];
    }

    /// <summary>The meetings of a series that nobody has decided.</summary>
    public IQueryable<MeetingRow> Of(SeriesRow series) =>
        Open.Where(row => row.CourseId == series.CourseId && row.StartsAt <= series.Until);

    private static bool IsTeaching(DecisionRow decision) => (string?)JsonNode.Parse(decision.Request)!["meeting"]?["kind"] == "teaching";
}
