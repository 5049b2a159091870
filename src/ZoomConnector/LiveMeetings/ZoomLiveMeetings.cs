using ZoomConnector.Errors;
using ZoomConnector.Http;
using ZoomConnector.Meetings;

namespace ZoomConnector.LiveMeetings;

/// <summary>
/// Rules the cloud recording of a meeting that is being held: <c>PATCH /live_meetings/{meetingId}/events</c>, scope
/// <c>meeting:update:in_meeting_controls:admin</c>. Recordings on a computer are out of its reach (facts/zoom.md 3.3). Zoom accepts (202), and does it
/// later: what came of it is told by the event. Nothing to stop, no such meeting and no permission are all refused, with
/// <see cref="ZoomErrorKind.Invalid"/> or <see cref="ZoomErrorKind.NotFound"/>.
/// </summary>
public sealed class ZoomLiveMeetings
{
    private readonly ZoomSender sender;

    internal ZoomLiveMeetings(ZoomSender sender) => this.sender = sender;

    /// <summary>Asks for a cloud recording to start.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task StartRecordingAsync(MeetingId id, CancellationToken ct = default) => OrderAsync(id, "recording.start", ct);

    /// <summary>Asks for the cloud recording to stop.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task StopRecordingAsync(MeetingId id, CancellationToken ct = default) => OrderAsync(id, "recording.stop", ct);

    /// <summary>Asks for the cloud recording to pause.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task PauseRecordingAsync(MeetingId id, CancellationToken ct = default) => OrderAsync(id, "recording.pause", ct);

    /// <summary>Asks for a paused cloud recording to go on.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task ResumeRecordingAsync(MeetingId id, CancellationToken ct = default) => OrderAsync(id, "recording.resume", ct);

    private async Task OrderAsync(MeetingId id, string method, CancellationToken ct) =>
        await sender.SendAsync(ZoomCall.Patch(sender.Api, ZoomPath.Of($"/live_meetings/{id}/events"), new LiveMethod(method)), ct);
}
