using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Admin;

/// <summary>Where everyone begins: what waits, and what their role needs first.</summary>
[ShowsPersonalData]
public sealed class StartPage(
    RegistryContext registry,
    SignedIn signedIn,
    Sight sight,
    TaskDesk desk,
    MeetingReader meetings,
    OrderedRecordings recordings,
    Why why,
    TimeProvider clock
) : PageModel
{
    private const int Most = 20;
    private const int MostCourses = 100;
    private const int MostTasks = 3;

    /// <summary>How many tasks wait, and the oldest of them.</summary>
    public int Waiting { get; private set; }
    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];
    public IReadOnlyList<MeetingView> Meetings { get; private set; } = [];
    public IReadOnlyList<RecordingView> Recordings { get; private set; } = [];

    /// <summary>Those whose recordings go soonest first.</summary>
    public IReadOnlyList<CourseCard> Courses { get; private set; } = [];
    public bool Teaches => signedIn.Has(Role.Teacher);
    public bool SeesCourses => Teaches || signedIn.Has(Role.CourseAdmin) || signedIn.Has(Role.Dpo);
    public bool Reviews => signedIn.Has(Role.Dpo);
    public bool Operates => signedIn.Has(Role.Operator);

    /// <summary>Waiting is a part of the role: nobody asks a participant anything.</summary>
    public bool HasTasks => SeesCourses || Operates || signedIn.Has(Role.Archivist) || Waiting > 0;

    /// <summary>The key of its title and its lead: the first role that fits.</summary>
    public string Kind =>
        Teaches ? "Teacher"
        : signedIn.Has(Role.CourseAdmin) ? "CourseAdmin"
        : Reviews ? "Dpo"
        : Operates ? "Operator"
        : signedIn.Has(Role.Archivist) ? "Archivist"
        : "Participant";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = signedIn.RequiredPerson;
        var open = desk.Open(person);
        Waiting = await open.CountAsync(ct);
        var oldest = await open.OrderBy(task => task.Id).Take(MostTasks).ToListAsync(ct);
        Tasks = [.. oldest.Select(task => TaskView.Of(task, why.Task(task)))];
        if (Teaches)
        {
            await ReadMeetingsAsync(person, ct);
            var own = registry.Recordings.AsNoTracking().Where(row => row.RecorderId == person.Id && row.State != RecordingState.Deleted);
            var ids = await OrderedRecordings.Ids(own).Take(Most).ToListAsync(ct);
            Recordings = [.. (await recordings.ReadAsync(ids, ct)).Select(span => span.Recording)];
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
        var kept = (await sight.RecordingsAsync(person, ct)).Where(row => row.CourseId != null);
        var groups = await kept.GroupBy(row => row.CourseId!)
            .Select(course => new
            {
                Id = course.Key,
                Kept = course.Count(row => row.State != RecordingState.Deleted),
                Gone = course.Count(row => row.State == RecordingState.Deleted),
                Next = course.Min(row => row.State != RecordingState.Deleted ? row.EndsAt : null),
            })
            .OrderBy(course => course.Next == null)
            .ThenBy(course => course.Next)
            .ThenByDescending(course => course.Kept)
            .Take(MostCourses)
            .ToListAsync(ct);
        var ids = groups.Select(course => course.Id).ToArray();
        var known = await registry
            .Courses.AsNoTracking()
            .Where(course => ids.Contains(course.Id))
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, ct);
        Courses =
        [
            .. groups.Select(course => new CourseCard(
                course.Id,
                known.GetValueOrDefault(course.Id),
                course.Kept,
                course.Gone,
                course.Next
            )),
        ];
    }
}
