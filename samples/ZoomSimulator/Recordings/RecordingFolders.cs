using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ZoomSimulator.State;

namespace ZoomSimulator.Recordings;

/// <summary>What a host's computer does with a local recording: raw data while the meeting runs, media files after its end (facts/zoom.md 5).</summary>
internal sealed class RecordingFolders
{
    private readonly string root;

    private readonly TimeZoneInfo zone;

    public RecordingFolders(ZoomServerOptions options)
    {
        (root, zone) = (options.RecordingsFolder, TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone));
        Directory.CreateDirectory(root);
    }

    /// <summary>Makes the session's folder. Two sessions never share one, even within the same second.</summary>
    public LocalRecording Open(MeetingState meeting, DateTimeOffset start)
    {
        var name = FolderName.Of(meeting, start, zone);
        for (var later = 1; Directory.Exists(Path.Combine(root, name)); later++)
            name = FolderName.Of(meeting, start.AddSeconds(later), zone);
        Directory.CreateDirectory(Path.Combine(root, name));
        var magic = RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        return new LocalRecording
        {
            Folder = name,
            Magic = magic,
            Since = start,
        };
    }

    /// <summary>Leaves the raw data of the newest segment.</summary>
    public void StartSegment(LocalRecording local, DateTimeOffset now) =>
        Write(In(local, RawName(local.Segments)), path => File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(64 * 1024)), now);

    /// <summary>Turns raw data into media files; may be done twice.</summary>
    public void Convert(LocalRecording local, MeetingState meeting, DateTimeOffset now)
    {
        Progress(local, 0, now);
        for (var segment = 1; segment <= local.Segments; segment++)
        {
            var (video, audio) = MediaNames(local, segment);
            Media("video.mp4", In(local, video), $"{meeting.Uuid} video {segment}", now);
            Media("audio.m4a", In(local, audio), $"{meeting.Uuid} audio {segment}", now);
        }

        ChatFile(local, meeting, now);
        File.Delete(In(local, MediaNames(local, 1).Video + ".tmp"));
        for (var segment = 1; segment <= local.Segments; segment++)
            File.Delete(In(local, RawName(segment)));
        Progress(local, 100, now);
    }

    /// <summary>Begins to convert, and comes no further: raw data stay, half a file beside them.</summary>
    public void BreakOff(LocalRecording local, DateTimeOffset now)
    {
        Progress(local, 0, now);
        Write(In(local, MediaNames(local, 1).Video + ".tmp"), path => File.WriteAllBytes(path, new byte[4096]), now);
    }

    /// <summary>Writes so much of the media, under their own names already, and leaves the raw data.</summary>
    public void Grow(LocalRecording local, MeetingState meeting, int percent, DateTimeOffset now)
    {
        for (var segment = 1; segment <= local.Segments; segment++)
        {
            var (video, audio) = MediaNames(local, segment);
            Write(In(local, video), path => Cut("video.mp4", path, $"{meeting.Uuid} video {segment}", percent), now);
            Write(In(local, audio), path => Cut("audio.m4a", path, $"{meeting.Uuid} audio {segment}", percent), now);
        }
        Progress(local, percent, now);
    }

    private static void Cut(string asset, string path, string mark, int percent)
    {
        UniqueCopy.Write(asset, path, mark);
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(file.Length * percent / 100);
    }

    private static string RawName(int segment) => $"double_click_to_convert_{segment:00}.zoom";

    private static (string Video, string Audio) MediaNames(LocalRecording local, int segment) =>
        ($"video{segment}{local.Magic}.mp4", $"audio{segment}{local.Magic}.m4a");

    private static void Media(string asset, string path, string mark, DateTimeOffset now)
    {
        Write(path + ".tmp", half => UniqueCopy.Write(asset, half, mark), now);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static void Write(string path, Action<string> write, DateTimeOffset now)
    {
        write(path);
        File.SetLastWriteTimeUtc(path, now.UtcDateTime); // the computer's clock is the simulated one
    }

    private string In(LocalRecording local, string name) => Path.Combine(root, local.Folder, name);

    private void ChatFile(LocalRecording local, MeetingState meeting, DateTimeOffset now)
    {
        var lines = meeting
            .Chat.Where(line => line.At >= local.Since)
            .Select(line =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{TimeZoneInfo.ConvertTime(line.At, zone):HH:mm:ss} From {line.From} to Everyone: {line.Text}"
                )
            )
            .ToArray();
        if (lines.Length > 0)
            Write(In(local, "chat.txt"), path => File.WriteAllLines(path, lines), now);
    }

    private void Progress(LocalRecording local, int percent, DateTimeOffset now)
    {
        var items = Enumerable
            .Range(1, local.Segments)
            .Select(segment => MediaNames(local, segment))
            .Select(names => new
            {
                video = names.Video,
                audio = names.Audio,
                prefix = "",
                process = percent,
            });
        var conf = JsonSerializer.SerializeToUtf8Bytes(new { magic_number = local.Magic, items });
        Write(In(local, "recording.conf"), path => File.WriteAllBytes(path, conf), now);
    }
}
