using ZoomConnector.Http;

namespace ZoomConnector.CloudRecordings;

/// <summary>A page of a user's cloud recordings.</summary>
internal sealed record CloudRecordingPage : IZoomPage<CloudRecording>
{
    public required IReadOnlyList<CloudRecordingAnswer> Meetings { get; init; }

    public string? NextPageToken { get; init; }

    IEnumerable<CloudRecording> IZoomPage<CloudRecording>.Items => Meetings.Select(meeting => meeting.ToRecording());
}
