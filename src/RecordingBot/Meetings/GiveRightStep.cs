using RecordingBot.Channels;
using RecordingBot.LegalBases;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.Settings;

namespace RecordingBot.Meetings;

/// <summary>Gives the host the right to record: approved, with the notice published (design.md 3, "The gate").</summary>
public sealed class GiveRightStep(
    ZoomClient zoom,
    Registrar registrar,
    Messenger messenger,
    Notices.NoticeLinks links,
    Disclaimers disclaimers,
    GovernedHosts governed,
    TimeProvider clock
) : IStep
{
    private static readonly RecordingSettings Closed = new() { LocalRecording = false, CloudRecording = false };

    public Step Step => Step.GiveRight;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var meeting = @case.Meeting!;
        var host = meeting.HostId ?? throw new StepException("host-unknown", "The meeting has no host in Zoom yet.");
        if (await governed.IsRuledAsync(host, ct))
        {
            var settings = await zoom.Settings.SetRecordingAsync(host, Allowed(@case).Wanted(Closed, opens: true), ct);
            await disclaimers.NoteAsync(host, settings, ct);
        }
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

    private static RecordingAllowance Allowed(RecordingCase @case) =>
        RecordingAllowance.By(@case.Decision is { } decision ? StoredDecision.Read(decision) : null);
}
