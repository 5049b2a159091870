using System.Globalization;
using RecordingBot.Packs;
using RecordingBot.Recordings;

namespace RecordingBot.Publication;

/// <summary>What students and teachers read in Canvas: the same words each time, so that what is there already is found again.</summary>
public sealed class CourseTexts(ActivePack active)
{
    private bool Swedish => active.Pack.Languages[0] == "sv";

    /// <summary>The module's heading.</summary>
    public string ModuleName => Swedish ? "Inspelningar" : "Recordings";

    /// <summary>The open folder that published files lie in.</summary>
    public string FolderName => Swedish ? "Inspelningar" : "Recordings";

    /// <summary>The locked folder through which files come in; nothing in it can be opened.</summary>
    public string IntakeFolderName => Swedish ? "Inspelningar på väg in" : "Recordings on their way in";

    /// <summary>The module item's title: topic and day.</summary>
    public string TitleOf(RecordingRow recording) => $"{recording.Topic} ({DayOf(recording)})";

    /// <summary>The file's name in Canvas, unique by the recording's id: what a crash left behind is found again by it.</summary>
    public string FileNameOf(RecordingRow recording, string extension)
    {
        var topic = string.Concat(
                recording.Topic.Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' ? letter : ' ')
            )
            .Trim();
        return $"{(topic.Length > 80 ? topic[..80].Trim() : topic)} {DayOf(recording)} {recording.Id.ToString("N")[^8..]}{extension}".Trim();
    }

    private string DayOf(RecordingRow recording) =>
        active.Pack.DayOf(recording.RecordedAt ?? recording.CreatedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
