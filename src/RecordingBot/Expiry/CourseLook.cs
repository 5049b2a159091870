namespace RecordingBot.Expiry;

/// <summary>
/// A look at a course in Canvas as it is now, of which nothing is kept: what is kept of courses moves recordings, and that is for those
/// who see to them.
/// </summary>
public sealed class CourseLook(IServiceScopeFactory scopes)
{
    /// <summary>The course, read afresh.</summary>
    /// <exception cref="CanvasConnector.Errors.CanvasException">Canvas gave no usable answer.</exception>
    public async Task<CourseRow> ReadAsync(string courseId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CourseBook>().ReadAsync(courseId, ct);
    }
}
