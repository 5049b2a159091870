using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>Asks the recorder for the end that nobody has set, or that is contradicted; asked again until there is one, never "for ever".</summary>
public sealed class AskForDateStep(Registrar registrar, Messenger messenger, TimeProvider clock) : IStep
{
    public Step Step => Step.AskForDate;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var recording = @case.Recording;
        await registrar.OpenTaskAsync(
            TaskKind.MissingDate,
            @case.Subject,
            Role.CourseAdmin,
            recording.RecorderId,
            "until delete",
            ct,
            recording.Topic,
            WireName.Of(@case.Ending.Reason)
        );
        recording.DateAskedAt = clock.GetUtcNow();
        if (recording.RecorderId is { } person)
            await messenger.TellAsync(
                person,
                ChatText.Of("AskForDate", recording.Topic),
                ct,
                $"date {recording.Id} {recording.DateAskedAt:O}"
            );
        return StepResult.Done;
    }
}
