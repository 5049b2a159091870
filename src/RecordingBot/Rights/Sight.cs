using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>
/// Who sees what, object by object: a teacher what is their own and what belongs to a course they teach, a course admin what
/// belongs to a course, the data protection officer everything, an archivist what is handed over, a named colleague what they were
/// let into. What isn't seen doesn't exist.
/// </summary>
/// <remarks>
/// A limited recording (<c>storage.access-limited</c>) is seen by its recorder and named colleagues only, whatever others teach or administer.
/// Two exceptions, each by need: the data protection officer, who answers to the people recorded and to the authority for exactly such
/// recordings (GDPR 39), and the archivist while a hand-over waits for their signature.
/// </remarks>
public sealed class Sight(RegistryContext registry, CourseRights courses, TimeProvider clock)
{
    /// <summary>The recordings that a caller sees.</summary>
    public async Task<IQueryable<RecordingRow>> RecordingsAsync(Caller caller, CancellationToken ct)
    {
        var all = registry.Recordings.AsNoTracking();
        if (caller.Has(Role.Dpo))
            return all;
        var (admin, archivist) = (caller.Has(Role.CourseAdmin), caller.Has(Role.Archivist));
        var (me, taught) = (caller.PersonId, await TaughtAsync(caller, ct));
        var now = clock.GetUtcNow();
        return all.Where(row =>
            (me != null && row.RecorderId == me)
            || (
                me != null
                && registry.Colleagues.Any(colleague =>
                    colleague.RecordingId == row.Id
                    && colleague.PersonId == me
                    && colleague.EndedAt == null
                    && (colleague.EndsAt == null || colleague.EndsAt > now)
                )
            )
            || (archivist && row.HandOverAskedAt != null && (!row.Limited || row.HandedOverAt == null))
            || (archivist && me != null && row.HeldBy == me)
            || (
                !row.Limited
                && (
                    (admin && row.CourseId != null)
                    || (row.CourseId != null && taught.Contains(row.CourseId))
                    || (me != null && registry.Meetings.Any(meeting => meeting.Id == row.MeetingId && meeting.HostPersonId == me))
                )
            )
        );
    }

    /// <summary>
    /// The recordings on which a caller may place a hold: what they see, and for an archivist any that isn't limited, since a public document may be asked
    /// for before anything is handed over.
    /// </summary>
    public async Task<IQueryable<RecordingRow>> HoldableAsync(Caller caller, CancellationToken ct)
    {
        var seen = await RecordingsAsync(caller, ct);
        return caller.Has(Role.Archivist)
            ? registry.Recordings.AsNoTracking().Where(row => !row.Limited || seen.Any(one => one.Id == row.Id))
            : seen;
    }

    /// <summary>Whether a caller sees one recording.</summary>
    public async Task<bool> SeesRecordingAsync(Caller caller, Guid id, CancellationToken ct) =>
        await (await RecordingsAsync(caller, ct)).AnyAsync(row => row.Id == id, ct);

    /// <summary>The meetings that a caller sees.</summary>
    public async Task<IQueryable<MeetingRow>> MeetingsAsync(Caller caller, CancellationToken ct)
    {
        var all = registry.Meetings.AsNoTracking();
        if (caller.Has(Role.Dpo))
            return all;
        var admin = caller.Has(Role.CourseAdmin);
        var (me, taught) = (caller.PersonId, await TaughtAsync(caller, ct));
        return all.Where(row =>
            (admin && row.CourseId != null)
            || (me != null && row.HostPersonId == me)
            || (row.CourseId != null && taught.Contains(row.CourseId))
        );
    }

    /// <summary>Whether a caller may look at a course: its teachers, course admins and the data protection officer.</summary>
    public async Task<bool> SeesCourseAsync(Caller caller, string courseId, CancellationToken ct) =>
        caller.Has(Role.Dpo) || caller.Has(Role.CourseAdmin) || (await TaughtAsync(caller, ct)).Contains(courseId);

    /// <summary>
    /// Whether a caller answers for a recording, and may act on it: who recorded, the meeting's host, the course's teachers; of a limited one only
    /// who recorded. A named colleague looks, and changes nothing.
    /// </summary>
    public async Task<bool> AnswersForAsync(Caller caller, RecordingRow recording, CancellationToken ct) =>
        caller.PersonId is { } me
        && (recording.RecorderId == me || await (await AnsweredForAsync(caller, ct)).AnyAsync(row => row.Id == recording.Id, ct));

    /// <summary>The recordings that a caller answers for.</summary>
    public async Task<IQueryable<RecordingRow>> AnsweredForAsync(Caller caller, CancellationToken ct)
    {
        var (me, taught) = (caller.PersonId, await TaughtAsync(caller, ct));
        return registry
            .Recordings.AsNoTracking()
            .Where(row =>
                me != null
                && (
                    row.RecorderId == me
                    || (
                        !row.Limited
                        && (
                            (row.CourseId != null && taught.Contains(row.CourseId))
                            || registry.Meetings.Any(meeting => meeting.Id == row.MeetingId && meeting.HostPersonId == me)
                        )
                    )
                )
            );
    }

    /// <summary>Whether a caller teaches a course.</summary>
    public async Task<bool> TeachesAsync(Caller caller, string courseId, CancellationToken ct) =>
        (await TaughtAsync(caller, ct)).Contains(courseId, StringComparer.Ordinal);

    private async Task<string[]> TaughtAsync(Caller caller, CancellationToken ct)
    {
        if (caller.PersonId is not { } id || !caller.Has(Role.Teacher))
            return [];
        var person = await registry.People.AsNoTracking().Include(row => row.Links).FirstOrDefaultAsync(row => row.Id == id, ct);
        return person is null ? [] : await courses.TaughtByAsync(person, ct);
    }
}
