using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>Tells the course admins that the course has its first recording.</summary>
public sealed class TellAdminsStep(CourseAdminMessage admins) : IStep
{
    public Step Step => Step.TellAdmins;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        await admins.TellAsync(@case, ct);
        return StepResult.Done;
    }
}
