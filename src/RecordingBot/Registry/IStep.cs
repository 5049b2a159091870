using RecordingPolicy.Expiry;

namespace RecordingBot.Registry;

/// <summary>One step's act. It may run twice (a crash before its record), so acting again must be harmless.</summary>
public interface IStep
{
    /// <summary>Which step this is.</summary>
    Step Step { get; }

    /// <summary>Acts, and notes what came of it on the case's rows; the reconciler saves them with the audit entry.</summary>
    /// <exception cref="Exception">A fault: nothing is recorded but the failed attempt, and it is tried again.</exception>
    Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct);
}
