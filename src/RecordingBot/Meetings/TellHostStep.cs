using RecordingBot.Channels;
using RecordingBot.LegalBases;
using RecordingBot.Notices;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.Errors;

namespace RecordingBot.Meetings;

/// <summary>
/// Tells the host how it stands with the participants' consents (<c>consent.written-before</c>): that they consent first, to pause for somebody who
/// has not and how many have not, to go on. A recording in Zoom's cloud is paused for them; one on a computer can't be paused from here
/// (facts/zoom.md 0), so the host does it. Going on is always the host's.
/// </summary>
public sealed class TellHostStep(
    ZoomClient zoom,
    GovernedHosts governed,
    Registrar registrar,
    Messenger messenger,
    NoticeLinks links,
    ConsentReader consents,
    TimeProvider clock
) : IStep
{
    public Step Step => Step.TellHost;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var meeting = @case.Meeting!;
        // The same for the same telling, so that a repetition after a crash is not a second message.
        var key = $"tell-host {meeting.Id} {WireName.Of(due.Reason)} {@case.Notice!.Id} {meeting.HostToldAt:O}";
        (meeting.HostTold, meeting.HostToldAt) = (Told(due.Reason), clock.GetUtcNow());
        registrar.Audit("bot", "host.told", Subject.Meeting(meeting.Id), reason: WireName.Of(due.Reason));
        var paused = due.Reason is DueReason.ConsentMissing && await PauseAsync(@case, meeting, ct);
        if (meeting.HostPersonId is not { } person)
            return StepResult.Done;
        var there = (await consents.ReadAsync(meeting, @case.Notice, ct)).Present;
        await messenger.TellAsync(
            person,
            ChatText.Of(
                paused ? "HostCloudPaused" : $"Host{due.Reason}",
                meeting.Topic,
                links.Of(@case.Notice),
                there.People - there.Consented,
                there.People
            ),
            ct,
            key
        );
        return StepResult.Done;
    }

    /// <summary>Whether Zoom has accepted to pause what goes to its cloud. Else, whatever the reason, the host is asked to.</summary>
    private async Task<bool> PauseAsync(RecordingCase @case, MeetingRow meeting, CancellationToken ct)
    {
        var inCloud = @case.Decision is { } decision && StoredDecision.Read(decision).AllowsCloud;
        if (!inCloud || meeting is not { HostId: { } host, ZoomId: { } id, StartedAt: not null } || !await governed.IsRuledAsync(host, ct))
            return false;
        try
        {
            await zoom.LiveMeetings.PauseRecordingAsync(new(id), ct);
        }
        catch (ZoomException)
        {
            return false;
        }
        registrar.Audit("bot", "recording.pause-ordered", Subject.Meeting(meeting.Id));
        return true;
    }

    private static HostTold Told(DueReason reason) =>
        reason switch
        {
            DueReason.ConsentMissing => HostTold.Pause,
            DueReason.ConsentsThere => HostTold.GoOn,
            _ => HostTold.ConsentFirst,
        };
}
