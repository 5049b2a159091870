using CanvasConnector;
using CanvasConnector.Accounts;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>
/// Reads the courses that have live recordings again and wakes the recordings of those that moved. Canvas announces no such thing itself.
/// A term's courses come in one list, so that the calls grow with the terms and not with the recordings.
/// </summary>
public sealed partial class CourseSync(
    IServiceScopeFactory scopes,
    CanvasClient canvas,
    IOptions<CanvasOptions> institution,
    IOptions<CourseSyncOptions> options,
    TimeProvider clock,
    ILogger<CourseSync> logger
) : IDueWork, IDisposable
{
    private const int PageSize = 100;

    private readonly SemaphoreSlim gate = new(1);

    /// <summary>It has no moment of its own: whoever rings gets a fresh reading.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await RunAsync(ct);
        }
        catch (CanvasException fault)
        {
            LogNothingRead(fault.Kind);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task RunAsync(CancellationToken ct)
    {
        var live = await LiveCoursesAsync(ct);
        if (live.Count == 0)
            return;
        var terms = new Dictionary<CanvasId<Term>, Term>();
        await foreach (var term in canvas.Terms.ListAsync(ct))
            terms[term.Id] = term;

        var stale = Stale(live);
        foreach (var group in live.GroupBy(course => course.TermId, StringComparer.Ordinal))
        {
            var ids = group.Select(course => course.Id).ToHashSet(StringComparer.Ordinal);
            var listed =
                group.Key is { } id && terms.TryGetValue(new(id), out var term) && await IsWorthAListAsync(id, ids.Count, ct)
                    ? await ReadTermAsync(term, ids, stale, ct)
                    : [];
            foreach (var alone in ids.Except(listed, StringComparer.Ordinal))
                await ReadAloneAsync(alone, terms, ct);
        }
    }

    private async Task<List<LiveCourse>> LiveCoursesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var live = registry.Recordings.Where(row => row.State != RecordingState.Deleted).Select(row => row.CourseId).Distinct();
        return await (
            from id in live
            where id != null
            join course in registry.Courses on id equals course.Id into known
            from course in known.DefaultIfEmpty()
            select new LiveCourse(id, course == null ? null : course.TermId, course == null ? null : course.SectionsReadAt)
        ).ToListAsync(ct);
    }

    /// <summary>Those whose sections have stood longest, and no more of them than it takes to get round in time.</summary>
    private HashSet<string> Stale(List<LiveCourse> live)
    {
        var (every, before) = (options.Value.SectionsEvery, clock.GetUtcNow() - options.Value.SectionsEvery);
        var most = Math.Max(10, (int)Math.Min(live.Count, 2 * live.Count * (options.Value.SyncEvery / every)));
        return live.Where(course => course.SectionsReadAt <= before)
            .OrderBy(course => course.SectionsReadAt)
            .Take(most)
            .Select(course => course.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Where a term has more pages than courses of ours, each of those is read alone.</summary>
    private async Task<bool> IsWorthAListAsync(string termId, int ours, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<RegistryContext>().Terms.FindAsync([termId], ct);
        return row is null || ours * PageSize >= row.Courses;
    }

    /// <summary>Reads a term's list and keeps what it says of our courses.</summary>
    /// <returns>The courses that are settled: those that it held, and all of them where it isn't believed.</returns>
    private async Task<IEnumerable<string>> ReadTermAsync(Term term, HashSet<string> ours, HashSet<string> stale, CancellationToken ct)
    {
        var startedAt = clock.GetUtcNow();
        var account = new CanvasId<Account>(institution.Value.RootAccountId);
        var listing = await TermListing.ReadAsync(canvas, account, term.Id, ours, ct);
        await using (var scope = scopes.CreateAsyncScope())
        {
            if (!await scope.ServiceProvider.GetRequiredService<ListingGuard>().BelievesAsync(term, listing, ours.Count, ct))
                return ours;
        }
        foreach (var portion in listing!.Ours.Values.Chunk(PageSize))
            await KeepAsync(portion, term, stale, startedAt, ct);
        LogListed(term.Id.Value, listing.Count, listing.Ours.Count, ours.Count);
        return listing.Ours.Keys;
    }

    private async Task KeepAsync(Course[] listed, Term term, HashSet<string> stale, DateTimeOffset startedAt, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        var (reader, book) = (services.GetRequiredService<CourseReader>(), services.GetRequiredService<CourseBook>());
        var ids = listed.Select(course => course.Id.Value).ToList();
        var rows = await registry.Courses.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, ct);
        foreach (var course in listed)
        {
            // A step has read it alone meanwhile, and knows better.
            if (rows.GetValueOrDefault(course.Id.Value) is not { } row || row.CheckedAt > startedAt)
                continue;
            var known = row.SectionsReadAt is null || stale.Contains(row.Id) ? null : row;
            try
            {
                book.Keep(row, await reader.ReadAsync(course, term, known, ct));
            }
            catch (CanvasException fault)
            {
                LogNotRead(row.Id, fault.Kind);
            }
        }
        await registry.SaveChangesAsync(ct);
        await WakeAsync(services, registry, ids, ct);
    }

    /// <summary>One course that can't be read holds up no other, and changes nothing.</summary>
    private async Task ReadAloneAsync(string courseId, Dictionary<CanvasId<Term>, Term> terms, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        try
        {
            await services.GetRequiredService<CourseBook>().ReadAsync(courseId, ct, terms);
            await registry.SaveChangesAsync(ct);
            await WakeAsync(services, registry, [courseId], ct);
        }
        catch (CanvasException fault)
        {
            LogNotRead(courseId, fault.Kind);
        }
    }

    // Whoever saw the move first (a step may have), every recording of the course looks again.
    private static Task WakeAsync(IServiceProvider services, RegistryContext registry, List<string> ids, CancellationToken ct) =>
        services
            .GetRequiredService<Registrar>()
            .WakeAsync(
                row =>
                    row.CourseId != null
                    && ids.Contains(row.CourseId)
                    && row.State != RecordingState.Deleted
                    && registry.Courses.Any(course => course.Id == row.CourseId && course.Moves != row.CourseMoves),
                ct
            );

    [LoggerMessage(LogLevel.Warning, "expiry: course {Course} could not be read ({Kind}); what is known of it stays")]
    private partial void LogNotRead(string course, CanvasErrorKind kind);

    [LoggerMessage(LogLevel.Warning, "expiry: Canvas gives no lists at present ({Kind}); what is known of the courses stays")]
    private partial void LogNothingRead(CanvasErrorKind kind);

    [LoggerMessage(LogLevel.Debug, "expiry: term {Term} has {Count} courses; {Found} of {Ours} with recordings are among them")]
    private partial void LogListed(string term, int count, int found, int ours);
}
