using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>
/// Who sees what, object by object: a teacher what is their own and what belongs to a course they teach, a course admin what
/// belongs to a course, the data protection officer everything, an archivist what is handed over. What isn't seen doesn't exist.
/// </summary>
public sealed class Sight(RegistryContext registry, CourseRights courses)
{
    /// <summary>The recordings that a caller sees.</summary>
    public async Task<IQueryable<RecordingRow>> RecordingsAsync(Caller caller, CancellationToken ct)
    {
        var all = registry.Recordings.AsNoTracking();
        if (caller.Has(Role.Dpo))
            return all;
        var (admin, archivist) = (caller.Has(Role.CourseAdmin), caller.Has(Role.Archivist));
        var (me, taught) = await TeachingAsync(caller, ct);
        return all.Where(row =>
            (admin && row.CourseId != null)
            || (archivist && row.HandOverAskedAt != null)
            || (me != null && row.RecorderId == me)
            || (row.CourseId != null && taught.Contains(row.CourseId))
            || (me != null && registry.Meetings.Any(meeting => meeting.Id == row.MeetingId && meeting.HostPersonId == me))
        );
    }

    /// <summary>The meetings that a caller sees.</summary>
    public async Task<IQueryable<MeetingRow>> MeetingsAsync(Caller caller, CancellationToken ct)
    {
        var all = registry.Meetings.AsNoTracking();
        if (caller.Has(Role.Dpo))
            return all;
        var admin = caller.Has(Role.CourseAdmin);
        var (me, taught) = await TeachingAsync(caller, ct);
        return all.Where(row =>
            (admin && row.CourseId != null)
            || (me != null && row.HostPersonId == me)
            || (row.CourseId != null && taught.Contains(row.CourseId))
        );
    }

    /// <summary>Whether a caller may look at a course: its teachers, course admins and the data protection officer.</summary>
    public async Task<bool> SeesCourseAsync(Caller caller, string courseId, CancellationToken ct) =>
        caller.Has(Role.Dpo) || caller.Has(Role.CourseAdmin) || (await TeachingAsync(caller, ct)).Taught.Contains(courseId);

    /// <summary>Whether a caller answers for a recording, and may act on it: who recorded, the meeting's host, the course's teachers.</summary>
    public async Task<bool> AnswersForAsync(Caller caller, RecordingRow recording, CancellationToken ct)
    {
        var (me, taught) = await TeachingAsync(caller, ct);
        return me is not null
            && (
                recording.RecorderId == me
                || (recording.CourseId is { } course && taught.Contains(course))
                || await registry.Meetings.AnyAsync(meeting => meeting.Id == recording.MeetingId && meeting.HostPersonId == me, ct)
            );
    }

    private async Task<(Guid? Me, string[] Taught)> TeachingAsync(Caller caller, CancellationToken ct)
    {
        if (caller.PersonId is not { } id || !caller.Has(Role.Teacher))
            return (null, []);
        var person = await registry.People.AsNoTracking().Include(row => row.Links).FirstOrDefaultAsync(row => row.Id == id, ct);
        return person is null ? (null, []) : (id, await courses.TaughtByAsync(person, ct));
    }
}
