using System.Runtime.CompilerServices;
using CanvasConnector.Accounts;
using CanvasConnector.Enrollments;
using CanvasConnector.Http;
using CanvasConnector.Terms;
using CanvasConnector.Users;
using Microsoft.Extensions.Logging;

namespace CanvasConnector.Courses;

/// <summary>Courses and when they close (Courses API, Sections API).</summary>
public sealed partial class CourseCalls
{
    private readonly CanvasSender sender;
    private readonly CanvasPager pager;
    private readonly LifetimeReader lifetimes;
    private readonly TimeProvider time;
    private readonly ILogger log;

    internal CourseCalls(CanvasSender sender, CanvasPager pager, TermCalls terms, CanvasOptions options, TimeProvider time, ILogger log)
    {
        (this.sender, this.pager, this.time, this.log) = (sender, pager, time, log);
        lifetimes = new LifetimeReader(sender, pager, terms, options.HonourIndividualDates);
    }

    /// <summary>The course with its term and Canvas's own <c>concluded</c>.</summary>
    public Task<Course> GetAsync(CanvasId<Course> id, CancellationToken ct = default) =>
        sender.ReadAsync(CanvasCall.Get($"courses/{id}").Ask("include[]", "term", "concluded"), id, ct);

    /// <summary>The course's settings as this token sees them.</summary>
    /// <exception cref="Errors.CanvasException"><see cref="Errors.CanvasErrorKind.Protocol"/> if the answer holds none of them.</exception>
    public async Task<CourseSettings> SettingsAsync(CanvasId<Course> id, CancellationToken ct = default)
    {
        var call = CanvasCall.Get($"courses/{id}/settings");
        var settings = await sender.ReadAsync<CourseSettings>(call, ct);
        return settings == new CourseSettings() ? throw AnswerReader.Unbelievable(call, 200, "these are no settings") : settings;
    }

    /// <summary>
    /// The courses in which the user is active today in the given role. Courses of which Canvas shows nothing but the
    /// id, because they are closed to the caller, are left out.
    /// </summary>
    public async IAsyncEnumerable<Course> ListForUserAsync(
        CanvasId<CanvasUser> user,
        EnrollmentType type,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        var call = CanvasCall
            .Get($"users/{user}/courses")
            .Ask("enrollment_type", type.ShortName())
            .Ask("enrollment_state", "active")
            .Ask("include[]", "term", "concluded");
        await foreach (var course in pager.ReadAllAsync<Course>(call, ct))
        {
            if (course.AccessRestrictedByDate != true)
                yield return course;
        }
    }

    /// <summary>
    /// The courses of an account and of those below it, in every state, deleted ones too, each with its term and Canvas's
    /// own <c>concluded</c>; needs an administrator of the account. Pages come ahead of their turn where Canvas numbers them.
    /// </summary>
    /// <param name="account">Whose courses.</param>
    /// <param name="term">Only those of this term; null for all.</param>
    /// <param name="ct">Ends the list.</param>
    public IAsyncEnumerable<Course> ListForAccountAsync(
        CanvasId<Account> account,
        CanvasId<Term>? term = null,
        CancellationToken ct = default
    )
    {
        // Without "all" the deleted ones would be missing, and with "published" those that were concluded by hand (facts: Canvas 4).
        var call = CanvasCall.Get($"accounts/{account}/courses").Ask("state[]", "all").Ask("include[]", "term", "concluded");
        return pager.ReadAllAsync<Course>(term is null ? call : call.Ask("enrollment_term_id", term.Value), ct);
    }

    /// <summary>
    /// Reads the course, its term, its sections, and for a missing course whether it was deleted; needs an account
    /// administrator's token. An unconfirmed absence is <see cref="CourseCloses.Undecidable"/>, not an error.
    /// </summary>
    public async Task<CourseLifetime> ReadLifetimeAsync(CanvasId<Course> id, CancellationToken ct = default) =>
        Compared(Decide(await lifetimes.ReadAsync(id, ct)));

    /// <summary>
    /// The same of a course that has just been read or listed, with its term from <see cref="TermCalls"/>: gives what a
    /// reading by its id would, with fewer calls.
    /// </summary>
    /// <param name="course">As Canvas showed it to an account administrator.</param>
    /// <param name="term">The course's term with its overrides; null, or another term, is a term that is not known.</param>
    /// <param name="known">An earlier reading of the course whose sections and students are to stand; null reads them.</param>
    /// <param name="ct">Ends the calls.</param>
    public async Task<CourseLifetime> ReadLifetimeAsync(
        Course course,
        Term? term,
        CourseLifetimeInputs? known = null,
        CancellationToken ct = default
    )
    {
        var lifetime = Decide(await lifetimes.ReadAsync(course, term, known, ct));
        return known is null ? Compared(lifetime) : lifetime;
    }

    private CourseLifetime Decide(CourseLifetimeInputs inputs) => CourseLifetime.Compute(inputs, time.GetUtcNow());

    private CourseLifetime Compared(CourseLifetime lifetime)
    {
        if (lifetime.Inputs.Concluded is { } concluded && concluded != lifetime.IsClosed(lifetime.CheckedAt))
            LogDifference(log, lifetime.CourseId.Value, concluded, lifetime.Reason);
        return lifetime;
    }

    // To be expected with role overrides and sections; worth a line because Canvas's own pages show the other answer.
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Course {Course}: Canvas says concluded={Concluded}, for students it differs because of {Reason}"
    )]
    private static partial void LogDifference(ILogger log, string course, bool concluded, ClosingReason reason);
}
