using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace KillPoints.Seams;

/// <summary>A step that is never taken, and looked at again when nobody lives any more.</summary>
internal sealed class PutOffForGood(Step step) : IStep
{
    public Step Step => step;

    public Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct) =>
        Task.FromResult(StepResult.Until(DateTimeOffset.MaxValue.AddYears(-1)));
}
