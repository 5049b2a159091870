using RecordingAgent.Progress;

namespace RecordingAgent.Watching;

/// <summary>A folder that Zoom made for one session.</summary>
internal sealed record SessionFolder(WatchedRoot Root, string Name, SessionFolderName Parsed)
{
    public WorkProgress.Reading Progress(string deviceId, long done, long total) =>
        new()
        {
            DeviceId = deviceId,
            RootId = Root.Id,
            RelativeFolder = Name,
            StartedAtLocal = Parsed.StartedAtLocal,
            Topic = Parsed.Topic,
            ZoomMeetingNumber = Parsed.MeetingNumber,
            Done = done,
            Total = total,
        };

    public SeenRecording Seen(string deviceId, IReadOnlyList<SeenPart> parts, bool isComplete, DateTimeOffset seenAt) =>
        new()
        {
            DeviceId = deviceId,
            RootId = Root.Id,
            RelativeFolder = Name,
            StartedAtLocal = Parsed.StartedAtLocal,
            Topic = Parsed.Topic,
            ZoomMeetingNumber = Parsed.MeetingNumber,
            IsComplete = isComplete,
            SeenAt = seenAt,
            Parts = parts,
        };
}
