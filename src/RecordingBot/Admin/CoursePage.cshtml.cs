using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Admin;

/// <summary>A course's recordings on one line of time: state, where, when each ends and why that date, what happens next.</summary>
[ShowsPersonalData]
public sealed class CoursePage(
    RegistryContext registry,
    SignedIn signedIn,
    Sight sight,
    TaskDesk desk,
    OrderedRecordings recordings,
    ActivePack active,
    PageWords words,
    Why why,
    TimeProvider clock
) : PageModel
{
    /// <summary>The kind of the task that a tripped guard opens: it pauses removal in every course.</summary>
    public static readonly string[] Guard = [TaskKind.GuardTripped, TaskKind.GuardRelease];
    private const int Portion = 50;
    private const int MostOpen = 20;

    public string CourseId { get; private set; } = "";

    /// <summary>What Canvas last said; null where nothing has been read yet.</summary>
    public CourseRow? Course { get; private set; }

    /// <summary>What the reader asked for.</summary>
    public RecordingFilter Filter { get; private set; } = null!;

    /// <summary>How many recordings there are, and how many of them are asked for.</summary>
    public (int All, int Found) Count { get; private set; }
    public (int This, int Last) Pages { get; private set; }
    public IReadOnlyList<TimeBar> Bars { get; private set; } = [];
    public TimeLine Line { get; private set; } = null!;

    /// <summary>What waits for somebody about the course's recordings, tripped guards first and then the oldest.</summary>
    public IReadOnlyList<TaskView> Open { get; private set; } = [];
    public int OpenCount { get; private set; }

    /// <summary>The page's own address, without choices.</summary>
    public string Address => $"/courses/{CourseId}/recordings";

    public async Task<IActionResult> OnGetAsync(string id, int portion, CancellationToken ct)
    {
        if (!CoursesApi.CanvasId().IsMatch(id) || !await sight.SeesCourseAsync(signedIn.RequiredCaller, id, ct))
            return NotFound();
        (CourseId, Filter) = (id, RecordingFilter.Read(Request.Query));
        Course = await registry.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        var all = (await sight.RecordingsAsync(signedIn.RequiredCaller, ct)).Where(row => row.CourseId == id);
        var found = Filter.Of(all, active.Pack);
        Count = (await all.CountAsync(ct), await found.CountAsync(ct));
        await ReadOpenAsync(all, ct);
        var last = Math.Max(1, (Count.Found + Portion - 1) / Portion);
        Pages = (Math.Clamp(portion, 1, last), last);
        var ids = await OrderedRecordings.Ids(found).Skip((Pages.This - 1) * Portion).Take(Portion).ToListAsync(ct);
        Draw(await recordings.ReadAsync(ids, ct));
        return Page();
    }

    private async Task ReadOpenAsync(IQueryable<RecordingRow> seen, CancellationToken ct)
    {
        var (course, own) = (Subject.Course(CourseId), desk.Open(signedIn.RequiredCaller));
        var open = registry
            .Tasks.AsNoTracking()
            .Where(task => task.ClosedAt == null)
            .Where(task => Guard.Contains(task.Kind) || task.Subject == course || seen.Any(row => row.Id == task.RecordingId))
            // What somebody asked the officer stands in their own words, and is read by the officer.
            .Where(task => task.Kind != TaskKind.EndQuestion || own.Any(one => one.Id == task.Id));
        OpenCount = await open.CountAsync(ct);
        var oldest = await open.OrderByDescending(task => Guard.Contains(task.Kind))
            .ThenBy(task => task.Since)
            .Take(MostOpen)
            .ToListAsync(ct);
        Open = [.. oldest.Select(task => TaskView.Of(task, why.Task(task)))];
    }

    private void Draw(IReadOnlyList<RecordingSpan> spans)
    {
        var moments = spans.SelectMany(span => new[] { span.From, span.DeletedAt ?? span.Recording.Ends.At }).Append(Course?.ClosesAt);
        Line = TimeLine.Over(moments.OfType<DateTimeOffset>(), clock.GetUtcNow()) with { Closes = Course?.ClosesAt };
        Line = Line with { Marks = TimeMarks.Of(Line, active.Pack.TimeZone, System.Globalization.CultureInfo.CurrentCulture) };
        Bars =
        [
            .. spans.Select(span => new TimeBar(
                Line,
                span.Recording,
                span.From,
                words.Stretch(span.From, span.DeletedAt ?? span.Recording.Ends.At)
            )
            {
                DeletedAt = span.DeletedAt,
            }),
        ];
    }
}
