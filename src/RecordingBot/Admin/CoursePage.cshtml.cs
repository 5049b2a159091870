using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Admin;

/// <summary>A course's recordings: state, where, when each ends and why that date, what happens next.</summary>
[ShowsPersonalData]
public sealed class CoursePage(
    RegistryContext registry,
    SignedIn signedIn,
    Sight sight,
    RecordingReader reader,
    PageWords words,
    TimeProvider clock
) : PageModel
{
    private const int Portion = 50;

    public string CourseId { get; private set; } = "";

    /// <summary>What Canvas last said; null where nothing has been read yet.</summary>
    public CourseRow? Course { get; private set; }
    public IReadOnlyList<TimeBar> Bars { get; private set; } = [];
    public TimeLine? Line { get; private set; }

    /// <summary>Where the next portion begins; null on the last page.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? cursor, CancellationToken ct)
    {
        if (!CoursesApi.CanvasId().IsMatch(id) || !await sight.SeesCourseAsync(signedIn.RequiredCaller, id, ct))
            return NotFound();
        CourseId = id;
        Course = await registry.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        var all = (await sight.RecordingsAsync(signedIn.RequiredCaller, ct)).Where(row => row.CourseId == id);
        if (cursor is not null && Hosting.Page.Read(cursor) is { } last)
            all = all.Where(row => row.Id > last);
        var page = Hosting.Page.Of(
            await reader.ReadAsync(all.OrderBy(row => row.Id).Take(Portion + 1), ct),
            Portion,
            row => row.Id,
            row => row
        );
        Next = page.Next;
        await DrawAsync(page.Items, ct);
        return Page();
    }

    private async Task DrawAsync(IReadOnlyList<RecordingView> recordings, CancellationToken ct)
    {
        var ids = recordings.Select(recording => recording.Id).ToArray();
        var begun = await registry
            .Recordings.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                At = row.RecordedAt
                    ?? registry
                        .Meetings.Where(meeting => meeting.Id == row.MeetingId)
                        .Select(meeting => (DateTimeOffset?)meeting.StartsAt)
                        .FirstOrDefault()
                    ?? row.CreatedAt,
            })
            .ToDictionaryAsync(row => row.Id, row => row.At, ct);
        var moments = begun.Values.Concat(recordings.Select(recording => recording.Ends.At).OfType<DateTimeOffset>());
        if (Course?.ClosesAt is { } closes)
            moments = moments.Append(closes);
        Line = TimeLine.Over(moments, clock.GetUtcNow());
        Bars =
        [
            .. recordings.Select(recording => new TimeBar(Line, recording, begun[recording.Id], TextOf(recording, begun[recording.Id]))),
        ];
    }

    private string TextOf(RecordingView recording, DateTimeOffset from) =>
        recording.Ends.At is { } end ? words.Say("Time_FromTo", words.Day(from), words.Day(end)) : words.Say("Time_NoEnd", words.Day(from));
}
