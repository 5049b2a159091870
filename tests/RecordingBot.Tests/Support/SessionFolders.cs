using System.Globalization;
using System.Text;
using ZoomSimulator;

namespace RecordingBot.Tests.Support;

/// <summary>Session folders on the teacher's computer that no Zoom of ours left there.</summary>
internal static class SessionFolders
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>Leaves a folder with one video in it.</summary>
    /// <returns>The folder's name.</returns>
    public static string Leave(this SmallCampus campus, DateTimeOffset startedAt, string topic, long? number = null)
    {
        var local = TimeZoneInfo.ConvertTime(startedAt, Zone).ToString("yyyy-MM-dd HH.mm.ss", CultureInfo.InvariantCulture);
        var folder = string.Join(' ', new[] { local, topic, number?.ToString(CultureInfo.InvariantCulture) }.OfType<string>());
        Directory.CreateDirectory(Path.Combine(campus.Recordings, folder));
        File.WriteAllBytes(Path.Combine(campus.Recordings, folder, "video.mp4"), Video(folder));
        return folder;
    }

    /// <summary>A video that plays, and is no other.</summary>
    public static byte[] Video(string mark)
    {
        using var film = typeof(ZoomServer).Assembly.GetManifestResourceStream("video.mp4")!;
        using var copy = new MemoryStream();
        film.CopyTo(copy);
        var content = Encoding.UTF8.GetBytes(mark);
        copy.Write([0, 0, 0, (byte)(8 + content.Length), .. "free"u8, .. content]);
        return copy.ToArray();
    }

    /// <summary>A recording's video is written anew, as a person does who cuts something out, and the agent finds it.</summary>
    public static async Task RewriteAsync(this SmallCampus campus, Guid id)
    {
        var video = (await campus.RecordingAsync(id)).MainVideo()!;
        var path = Path.Combine(campus.Recordings, video.Copies.First(copy => copy.Place == "recorder-computer").Locator);
        await File.WriteAllBytesAsync(path, Video("redacted"), TestContext.Current.CancellationToken);
        await campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.NotEqual(video.Sha256, (await campus.RecordingAsync(id)).MainVideo()!.Sha256);
    }

    /// <summary>The agent finds what lies there.</summary>
    public static Task FindAsync(this SmallCampus campus) => campus.AdvanceAsync(TimeSpan.FromMinutes(2));
}
