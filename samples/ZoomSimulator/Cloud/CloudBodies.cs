using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ZoomSimulator.Rest;
using ZoomSimulator.State;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Cloud;

/// <summary>Writes cloud recordings as Zoom does, in answers and in events (facts/zoom.md 2.3, 3.5).</summary>
internal sealed class CloudBodies(ZoomServerOptions options, EventBodies events)
{
    /// <summary>A recording as an answer shows it, with the files that are ready.</summary>
    public JsonObject Answer(CloudRecordingState recording)
    {
        var now = options.Clock.GetUtcNow();
        return Recording(recording, recording.Files.FindAll(file => file.ReadyAt <= now));
    }

    /// <summary>Files are ready: all that are so far are told of.</summary>
    public Delivery Completed(CloudRecordingState recording)
    {
        var now = options.Clock.GetUtcNow();
        return Completed("recording.completed", recording, recording.Files.FindAll(file => file.ReadyAt <= now));
    }

    /// <summary>These files are ready.</summary>
    public Delivery Completed(string name, CloudRecordingState recording, List<CloudFileState> files)
    {
        var body = Recording(recording, files);
        body["host_email"] = "host@campus.example.edu";
        // Another one each time: the same completion never comes in the same bytes.
        return events.Of(name, body, downloadToken: Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
    }

    /// <summary>Somebody threw it away, took it back, or deleted it.</summary>
    public Delivery Changed(string name, CloudRecordingState recording)
    {
        var delivery = Recording(recording, recording.Files);
        return events.Of(name, delivery, operatorId: recording.HostId);
    }

    private JsonObject Recording(CloudRecordingState recording, List<CloudFileState> files) =>
        new()
        {
            ["uuid"] = recording.Uuid,
            ["id"] = recording.MeetingId,
            ["account_id"] = options.AccountId,
            ["host_id"] = recording.HostId,
            ["topic"] = recording.Topic,
            ["type"] = 2,
            ["start_time"] = ZoomTime.Text(recording.StartedAt),
            ["timezone"] = options.TimeZone,
            ["duration"] = recording.Minutes,
            ["total_size"] = files.Sum(file => file.Size),
            ["recording_count"] = files.Count,
            ["share_url"] = "https://campus.example.edu/rec/share/" + recording.MeetingId,
            ["recording_files"] = new JsonArray([.. files.Select(file => File(recording, file))]),
        };

    private static JsonObject File(CloudRecordingState recording, CloudFileState file) =>
        new()
        {
            ["id"] = file.Id,
            ["meeting_id"] = recording.Uuid,
            ["recording_start"] = ZoomTime.Text(file.Segment.Start),
            ["recording_end"] = ZoomTime.Text(file.Segment.End),
            ["file_type"] = file.FileType,
            ["file_extension"] = file.Extension,
            ["file_size"] = file.Size,
            ["recording_type"] = file.RecordingType,
            ["status"] = "completed",
            ["play_url"] = "https://campus.example.edu/rec/play/" + file.Id,
            ["download_url"] = "https://campus.example.edu/rec/download/" + file.Id,
        };
}
