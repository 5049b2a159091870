using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>Just before an act that depends on it, the course is read again (design.md 4).</summary>
public sealed class FreshCourse(RegistryContext registry, CourseBook courses, CaseReader cases)
{
    /// <summary>The case with its course read afresh; null when the end is no longer what the step was decided on: then nothing is done and it is decided again.</summary>
    /// <exception cref="CanvasConnector.Errors.CanvasException">The course can't be read: nothing is done.</exception>
    /// <exception cref="ClaimLostException">Another has claimed the recording meanwhile.</exception>
    public async Task<RecordingCase?> ConfirmAsync(RecordingCase @case, CancellationToken ct)
    {
        string?[] named = [@case.Recording.CourseId, .. @case.Further.Select(one => one.Id)];
        foreach (var courseId in named.OfType<string>().Distinct(StringComparer.Ordinal))
            await courses.ReadAsync(courseId, ct);
        await ReloadAsync(@case, ct);
        var fresh = await cases.ReadAsync(@case.Recording.Id, ct);
        return
            fresh is not null
            && fresh.Ending == @case.Ending
            && fresh.Facts.Held == @case.Facts.Held
            && fresh.Facts.Course == @case.Facts.Course
            && fresh.Facts.FurtherEnds.SequenceEqual(@case.Facts.FurtherEnds)
            ? fresh
            : null;
    }

    /// <summary>What is tracked keeps the values that it was read with: a hold that was placed while Canvas answered would not be seen.</summary>
    private async Task ReloadAsync(RecordingCase @case, CancellationToken ct)
    {
        var fence = @case.Recording.Fence;
        await registry.Entry(@case.Recording).ReloadAsync(ct);
        // With another's number on the row, ours would no longer be refused when it is saved.
        if (@case.Recording.Fence != fence)
            throw new ClaimLostException();
        // The lecture's own entry may well be worked on by another; only what it says counts here.
        if (@case.Source is { } source)
            await registry.Entry(source).ReloadAsync(ct);
    }
}
