namespace RecordingBot.Notices;

/// <summary>By what way people are told that a meeting is recorded.</summary>
public static class NoticeChannel
{
    /// <summary>Posted in the meeting's continuous chat, in the host's name.</summary>
    public const string MeetingChat = "meeting-chat";

    /// <summary>Pasted into the meeting's chat by the host, who has said so.</summary>
    public const string HostPasted = "host-pasted";

    /// <summary>Announced in the course beforehand.</summary>
    public const string CourseAnnouncement = "course-announcement";

    /// <summary>Zoom's own disclaimer, which the host's settings show or don't.</summary>
    public const string ZoomDisclaimer = "zoom-disclaimer";
}
