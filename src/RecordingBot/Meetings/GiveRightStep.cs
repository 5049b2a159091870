using Microsoft.Extensions.Options;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;

namespace RecordingBot.Meetings;

/// <summary>Gives the host the right to record: approved, with the notice published (design.md 3, "The gate").</summary>
public sealed class GiveRightStep(
    ZoomClient zoom,
    Registrar registrar,
    Messenger messenger,
    Notices.NoticeLinks links,
    Disclaimers disclaimers,
    TimeProvider clock,
    IOptions<MeetingsOptions> options
) : IStep
{
    public Step Step => Step.GiveRight;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var meeting = @case.Meeting!;
        var host = meeting.HostId ?? throw new StepException("host-unknown", "The meeting has no host in Zoom yet.");
        if (options.Value.Gate == "just-in-time-right")
            await disclaimers.NoteAsync(host, await zoom.Settings.SetLocalRecordingAsync(host, true, ct), ct);
        // The same for the same giving, so that a repetition after a crash is not a second message.
        var key = $"right-given {@case.Notice!.Id} {meeting.RightChangedAt:O}";
        (meeting.Right, meeting.RightChangedAt) = (RecordingRight.Given, clock.GetUtcNow());
        meeting.RightFirstGivenAt ??= meeting.RightChangedAt;
        if (@case.Facts.ConsentAsked)
            (meeting.HostTold, meeting.HostToldAt) = (HostTold.GoOn, meeting.RightChangedAt);
        registrar.Audit("bot", "meeting.right-given", Subject.Meeting(meeting.Id));
        if (meeting.HostPersonId is { } person)
            await messenger.TellAsync(
                person,
                new(@case.Facts.ConsentAsked ? "RightGivenByConsent" : "RightGiven", [meeting.Topic, links.Of(@case.Notice)], []),
                ct,
                key
            );
        return StepResult.Done;
    }
}
