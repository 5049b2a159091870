using ZoomConnector.Http;

namespace ZoomConnector.Meetings;

/// <summary>A page of a user's meetings.</summary>
internal sealed record MeetingPage : IZoomPage<ZoomMeeting>
{
    public required IReadOnlyList<MeetingAnswer> Meetings { get; init; }

    public string? NextPageToken { get; init; }

    IEnumerable<ZoomMeeting> IZoomPage<ZoomMeeting>.Items => Meetings.Select(meeting => meeting.ToMeeting());
}
