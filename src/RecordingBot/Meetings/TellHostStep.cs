using RecordingBot.Channels;
using RecordingBot.Notices;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Meetings;

/// <summary>
/// Tells the host how it stands with the participants' consents (<c>consent.written-before</c>): that they consent first, to pause for somebody who
/// has not and how many have not, to go on. A local recording can't be paused from here (facts/zoom.md 0), so the host does it.
/// </summary>
public sealed class TellHostStep(Registrar registrar, Messenger messenger, NoticeLinks links, ConsentReader consents, TimeProvider clock)
    : IStep
{
    public Step Step => Step.TellHost;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var meeting = @case.Meeting!;
        // The same for the same telling, so that a repetition after a crash is not a second message.
        var key = $"tell-host {meeting.Id} {WireName.Of(due.Reason)} {@case.Notice!.Id} {meeting.HostToldAt:O}";
        (meeting.HostTold, meeting.HostToldAt) = (Told(due.Reason), clock.GetUtcNow());
        registrar.Audit("bot", "host.told", Subject.Meeting(meeting.Id), reason: WireName.Of(due.Reason));
        if (meeting.HostPersonId is not { } person)
            return StepResult.Done;
        var there = (await consents.ReadAsync(meeting, @case.Notice, ct)).Present;
        await messenger.TellAsync(
            person,
            ChatText.Of($"Host{due.Reason}", meeting.Topic, links.Of(@case.Notice), there.People - there.Consented, there.People),
            ct,
            key
        );
        return StepResult.Done;
    }

    private static HostTold Told(DueReason reason) =>
        reason switch
        {
            DueReason.ConsentMissing => HostTold.Pause,
            DueReason.ConsentsThere => HostTold.GoOn,
            _ => HostTold.ConsentFirst,
        };
}
