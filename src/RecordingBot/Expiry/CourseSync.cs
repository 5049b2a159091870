using CanvasConnector.Errors;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>Reads the courses that have live recordings again and wakes the recordings of those that moved. Canvas announces no such thing itself.</summary>
public sealed partial class CourseSync(IServiceScopeFactory scopes, ILogger<CourseSync> logger) : IDueWork, IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>It has no moment of its own: whoever rings gets a fresh reading.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            foreach (var course in await LiveCoursesAsync(ct))
                await ReadAsync(course, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<List<string>> LiveCoursesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        return await registry
            .Recordings.Where(row => row.CourseId != null && row.State != RecordingState.Deleted)
            .Select(row => row.CourseId!)
            .Distinct()
            .ToListAsync(ct);
    }

    /// <summary>One course that can't be read holds up no other, and changes nothing.</summary>
    private async Task ReadAsync(string courseId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        try
        {
            var before = await registry.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == courseId, ct);
            var after = await scope.ServiceProvider.GetRequiredService<CourseBook>().ReadAsync(courseId, ct);
            await registry.SaveChangesAsync(ct);
            if (
                before is not null
                && (before.Closes, before.ClosesAt, before.SeenClosedAt, before.IsPublic)
                    == (after.Closes, after.ClosesAt, after.SeenClosedAt, after.IsPublic)
            )
                return;
            await scope
                .ServiceProvider.GetRequiredService<Registrar>()
                .WakeAsync(row => row.CourseId == courseId && row.State != RecordingState.Deleted, ct);
        }
        catch (CanvasException fault)
        {
            LogNotRead(courseId, fault.Kind);
        }
    }

    [LoggerMessage(LogLevel.Warning, "expiry: course {Course} could not be read ({Kind}); what is known of it stays")]
    private partial void LogNotRead(string course, CanvasErrorKind kind);
}
