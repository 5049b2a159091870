using System.Globalization;
using System.Security.Cryptography;
using ZoomSimulator.State;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Cloud;

/// <summary>
/// What becomes of a recording to the cloud after its meeting: media after two minutes, the chat two minutes later, with everything told of a second
/// time; the transcript after half an hour. Trashed it stays for 30 days; deleted at once it is only trashed, deleted again it is gone.
/// </summary>
internal sealed class CloudShelf(ZoomTruth truth, CloudBodies bodies, WebhookPump pump, TimeProvider clock) : ByClock(truth, clock)
{
    private static readonly TimeSpan Media = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Chat = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Transcript = TimeSpan.FromMinutes(30);

    /// <summary>A meeting is over: what was recorded of it will be ready by and by. Part of a change of the state.</summary>
    public void Keep(ZoomState state, MeetingState meeting, SessionState session, DateTimeOffset now)
    {
        if (session.CloudSegments.Count == 0)
            return;
        var recording = new CloudRecordingState
        {
            Uuid = meeting.Uuid,
            MeetingId = meeting.Id,
            HostId = meeting.HostId,
            Topic = meeting.Topic,
            StartedAt = session.StartedAt,
            Minutes = (int)Math.Ceiling((now - session.StartedAt).TotalMinutes),
            NextAt = now + Media,
        };
        foreach (var segment in session.CloudSegments)
        {
            recording.Files.Add(File("MP4", "MP4", "shared_screen_with_speaker_view", 1000, segment, now + Media));
            recording.Files.Add(File("M4A", "M4A", "audio_only", 100, segment, now + Media));
        }
        var whole = session.CloudSegments[0] with { End = session.CloudSegments[^1].End };
        if (meeting.Chat.Exists(line => line.At >= session.StartedAt))
            recording.Files.Add(File("CHAT", "TXT", "chat_file", 1, whole, now + Chat));
        recording.Files.Add(File("TRANSCRIPT", "VTT", "audio_transcript", 2, whole, now + Transcript));
        state.Cloud.Add(recording);
        SetAlarm(state);
    }

    /// <summary>Throws a recording away.</summary>
    /// <returns>False where nothing is there outside the trash.</returns>
    public bool Trash(ZoomState state, string uuid)
    {
        if (There(state, uuid) is not { TrashedAt: null } recording)
            return false;
        recording.TrashedAt = Clock.GetUtcNow();
        pump.Queue(state, [bodies.Changed("recording.trashed", recording)]);
        return true;
    }

    /// <summary>Deletes a recording: into the trash first, then out of it.</summary>
    /// <returns>False where nothing is there.</returns>
    public bool Delete(ZoomState state, string uuid)
    {
        if (There(state, uuid) is not { } recording)
            return false;
        if (recording.TrashedAt is null)
            return Trash(state, uuid);
        recording.Deleted = true;
        recording.NextAt = null;
        pump.Queue(state, [bodies.Changed("recording.deleted", recording)]);
        return true;
    }

    /// <summary>Takes a recording back from the trash.</summary>
    /// <returns>False where it isn't there.</returns>
    public bool Recover(ZoomState state, string uuid)
    {
        if (There(state, uuid) is not { TrashedAt: not null } recording)
            return false;
        recording.TrashedAt = null;
        pump.Queue(state, [bodies.Changed("recording.recovered", recording)]);
        return true;
    }

    /// <summary>A recording of which somebody could see something; null where there is none.</summary>
    public CloudRecordingState? There(ZoomState state, string uuid) =>
        state.Cloud.Find(recording => recording.Uuid == uuid && recording.IsThere(Clock.GetUtcNow()));

    protected override DateTimeOffset? Next(ZoomState state) => state.Cloud.Min(recording => recording.NextAt);

    protected override void Do(ZoomState state, DateTimeOffset now)
    {
        foreach (var recording in state.Cloud.Where(recording => recording.NextAt <= now).ToList())
        {
            // Each batch of files is told of at its own moment, also after a long sleep.
            var fresh = recording.Files.FindAll(file => file.ReadyAt == recording.NextAt);
            var transcript = fresh.Exists(file => file.FileType == "TRANSCRIPT");
            recording.Transcript |= transcript;
            recording.Summary |= transcript;
            recording.NextAt = recording.Files.Where(file => file.ReadyAt > recording.NextAt).Min(file => (DateTimeOffset?)file.ReadyAt);
            pump.Queue(
                state,
                [transcript ? bodies.Completed("recording.transcript_completed", recording, fresh) : bodies.Completed(recording)]
            );
        }
    }

    private static CloudFileState File(
        string type,
        string extension,
        string shows,
        int kilobytesAMinute,
        CloudSegment segment,
        DateTimeOffset readyAt
    )
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        var minutes = Math.Max(1, (int)(segment.End - segment.Start).TotalMinutes);
        var id = new Guid(bytes).ToString("D", CultureInfo.InvariantCulture);
        return new CloudFileState(id, type, extension, shows, minutes * kilobytesAMinute * 1024L, segment, readyAt);
    }
}
