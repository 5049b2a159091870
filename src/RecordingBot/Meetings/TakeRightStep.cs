using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;

namespace RecordingBot.Meetings;

/// <summary>Takes the right to record back. It is the host's, not the meeting's: it stays while another of the host's windows is open.</summary>
public sealed class TakeRightStep(
    ZoomClient zoom,
    RegistryContext registry,
    Registrar registrar,
    Messenger messenger,
    TimeProvider clock,
    IOptions<MeetingsOptions> options
) : IStep
{
    public Step Step => Step.TakeRight;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var meeting = @case.Meeting!;
        var needed = await registry.Meetings.AnyAsync(
            other => other.HostId == meeting.HostId && other.Id != meeting.Id && other.Right == RecordingRight.Given,
            ct
        );
        if (!needed && options.Value.Gate == "just-in-time-right")
            await zoom.Settings.SetLocalRecordingAsync(meeting.HostId!, false, ct);
        // The same for the same taking, so that a repetition after a crash is not a second message.
        var key = $"right-taken {meeting.Id} {meeting.RightChangedAt:O}";
        (meeting.Right, meeting.RightChangedAt) = (RecordingRight.Taken, clock.GetUtcNow());
        var withdrawn = due.Reason is DueReason.ConsentWithdrawn;
        if (withdrawn)
            (meeting.HostTold, meeting.HostToldAt) = (HostTold.Pause, meeting.RightChangedAt);
        registrar.Audit("bot", "meeting.right-taken", Subject.Meeting(meeting.Id));
        if (meeting.HostPersonId is { } person)
            await messenger.TellAsync(person, ChatText.Of(withdrawn ? "StopConsentWithdrawn" : "RightTaken", meeting.Topic), ct, key);
        return StepResult.Done;
    }
}
