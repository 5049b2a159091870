using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Support;

/// <summary>A step that acts, and whose process dies before it can be recorded; so at its first time, then it is the step as it is.</summary>
internal sealed class DyingStep(IStep step, Death death) : IStep
{
    public Step Step => step.Step;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var result = await step.ActAsync(@case, due, ct);
        // A warning has acted when it is noted who is to be told.
        if ((result is StepResult.Acted || Step is Step.Warn) && death.Strikes(Step))
            await Task.Delay(Timeout.InfiniteTimeSpan, ct); // until whoever called is gone
        return result;
    }
}
