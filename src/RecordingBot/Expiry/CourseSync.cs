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
            var moves = (await scope.ServiceProvider.GetRequiredService<CourseBook>().ReadAsync(courseId, ct)).Moves;
            await registry.SaveChangesAsync(ct);
            // Whoever saw the move first (a step may have), every recording of the course looks again.
            await scope
                .ServiceProvider.GetRequiredService<Registrar>()
                .WakeAsync(row => row.CourseId == courseId && row.CourseMoves != moves && row.State != RecordingState.Deleted, ct);
        }
        catch (CanvasException fault)
        {
            LogNotRead(courseId, fault.Kind);
        }
    }

    [LoggerMessage(LogLevel.Warning, "expiry: course {Course} could not be read ({Kind}); what is known of it stays")]
    private partial void LogNotRead(string course, CanvasErrorKind kind);
}
