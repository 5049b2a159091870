using System.Globalization;
using ZoomSimulator;

namespace Journey.Faults;

/// <summary>What Zoom left on the teacher's computer long before there was a bot.</summary>
internal static class OldFolder
{
    /// <summary>Leaves a session folder with one video in it.</summary>
    /// <param name="recordings">Where Zoom leaves its recordings.</param>
    /// <param name="startedAt">When it began, by the computer's clock.</param>
    /// <param name="topic">What it was about.</param>
    /// <returns>The folder's path.</returns>
    public static string Leave(string recordings, DateTime startedAt, string topic)
    {
        var name = startedAt.ToString("yyyy-MM-dd HH.mm.ss", CultureInfo.InvariantCulture) + " " + topic;
        var folder = Directory.CreateDirectory(Path.Combine(recordings, name)).FullName;
        using var film = typeof(ZoomServer).Assembly.GetManifestResourceStream("video.mp4")!;
        using var file = File.Create(Path.Combine(folder, "video.mp4"));
        film.CopyTo(file);
        return folder;
    }
}
