using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>Asks the archive to take a case record over; it is deleted only once that is signed off (<c>retention.delete-or-archive</c>).</summary>
public sealed class HandOverStep(Registrar registrar, TimeProvider clock) : IStep
{
    public Step Step => Step.HandOver;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        await registrar.OpenTaskAsync(TaskKind.HandOver, @case.Subject, Role.Archivist, null, "handed-over", ct, @case.Recording.Topic);
        @case.Recording.HandOverAskedAt = clock.GetUtcNow();
        return StepResult.Done;
    }
}
