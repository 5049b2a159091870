using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Admin;

/// <summary>What is there for the person: what waits, what is ahead, what is recorded, which courses.</summary>
[ShowsPersonalData]
public sealed class StartPage(
    RegistryContext registry,
    SignedIn signedIn,
    Sight sight,
    TaskDesk desk,
    MeetingReader meetings,
    RecordingReader recordings,
    TimeProvider clock
) : PageModel
{
    private const int Most = 20;

    public int Tasks { get; private set; }
    public IReadOnlyList<MeetingView> Meetings { get; private set; } = [];
    public IReadOnlyList<RecordingView> Recordings { get; private set; } = [];
    public IReadOnlyList<CourseRow> Courses { get; private set; } = [];
    public bool Teaches => signedIn.Has(Role.Teacher);
    public bool SeesCourses => Teaches || signedIn.Has(Role.CourseAdmin) || signedIn.Has(Role.Dpo);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = signedIn.RequiredPerson;
        Tasks = await desk.Open(person).CountAsync(ct);
        if (Teaches)
        {
            await ReadMeetingsAsync(person, ct);
            var own = registry.Recordings.AsNoTracking().Where(row => row.RecorderId == person.Id && row.State != RecordingState.Deleted);
            Recordings = await recordings.ReadAsync(own.OrderByDescending(row => row.Id).Take(Most), ct);
        }
        if (SeesCourses)
            await ReadCoursesAsync(person, ct);
    }

    private async Task ReadMeetingsAsync(PersonRow person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ahead = registry
            .Meetings.AsNoTracking()
            .Where(row => row.HostPersonId == person.Id && row.EndsAt > now && row.EndedAt == null && row.CancelledAt == null);
        var read = await meetings.ReadAsync(ahead.OrderBy(row => row.StartsAt).Take(Most), ct);
        Meetings = [.. read.OrderBy(meeting => meeting.StartsAt)];
    }

    private async Task ReadCoursesAsync(PersonRow person, CancellationToken ct)
    {
        var seen = (await sight.RecordingsAsync(person, ct)).Where(row => row.CourseId != null).Select(row => row.CourseId!).Distinct();
        Courses = await registry
            .Courses.AsNoTracking()
            .Where(course => seen.Contains(course.Id))
            .OrderBy(course => course.Name)
            .Take(200)
            .ToListAsync(ct);
    }
}
