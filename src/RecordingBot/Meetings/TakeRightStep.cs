using RecordingBot.Channels;
using RecordingBot.LegalBases;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.Errors;
using ZoomConnector.Settings;

namespace RecordingBot.Meetings;

/// <summary>Takes the right to record back. It is the host's, not the meeting's: it stays while another of the host's windows is open.</summary>
public sealed class TakeRightStep(
    ZoomClient zoom,
    GovernedHosts governed,
    HostWindows windows,
    Registrar registrar,
    Messenger messenger,
    TimeProvider clock
) : IStep
{
    public Step Step => Step.TakeRight;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var meeting = @case.Meeting!;
        if (meeting.HostId is { } host && await governed.IsRuledAsync(host, ct))
            await TakeAsync(meeting, host, Allowed(@case), ct);
        // The same for the same taking, so that a repetition after a crash is not a second message.
        var key = $"right-taken {meeting.Id} {meeting.RightChangedAt:O}";
        (meeting.Right, meeting.RightChangedAt) = (RecordingRight.Taken, clock.GetUtcNow());
        var withdrawn = due.Reason is DueReason.ConsentWithdrawn;
        if (withdrawn)
            (meeting.HostTold, meeting.HostToldAt) = (HostTold.Pause, meeting.RightChangedAt);
        registrar.Audit("bot", "meeting.right-taken", Subject.Meeting(meeting.Id));
        var text =
            withdrawn ? "StopConsentWithdrawn"
            // What is being recorded on the host's computer goes on until a person ends it.
            : due.Reason is DueReason.ApprovalGone && meeting is { StartedAt: not null, EndedAt: null } ? "StopApprovalGone"
            : "RightTaken";
        if (meeting.HostPersonId is { } person)
            await messenger.TellAsync(person, ChatText.Of(text, meeting.Topic), ct, key);
        return StepResult.Done;
    }

    private async Task TakeAsync(MeetingRow meeting, string host, RecordingAllowance given, CancellationToken ct)
    {
        // What another of the host's windows allows stays.
        var needed = await windows.OfAsync(host, meeting.Id, ct);
        var taken = new RecordingSettings
        {
            LocalRecording = given.Local && !needed.Local ? false : null,
            CloudRecording = given.Cloud && !needed.Cloud ? false : null,
        };
        if (RecordingAllowance.NamesOf(taken).Count > 0)
            await zoom.Settings.SetRecordingAsync(host, taken, ct);
        if (!given.Cloud || meeting is not { StartedAt: not null, EndedAt: null })
            return;
        try
        {
            await zoom.LiveMeetings.StopRecordingAsync(new(meeting.ZoomId!.Value), ct);
        }
        catch (ZoomException fault) when (fault.Kind is ZoomErrorKind.Invalid or ZoomErrorKind.NotFound)
        {
            // Nothing was being recorded. What is resumed or started from now on is stopped as unapproved.
        }
    }

    private static RecordingAllowance Allowed(RecordingCase @case) =>
        RecordingAllowance.By(@case.Decision is { } decision ? StoredDecision.Read(decision) : null);
}
