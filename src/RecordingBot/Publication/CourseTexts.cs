using System.Globalization;
using RecordingBot.Expiry;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingPolicy;

namespace RecordingBot.Publication;

/// <summary>What students and teachers read in Canvas, in the course's own language where it has one.</summary>
public sealed class CourseTexts(ActivePack active)
{
    private static readonly LocalizedText Heading = new("Inspelningar", "Recordings");
    private static readonly LocalizedText Intake = new("Inspelningar på väg in", "Recordings on their way in");

    /// <summary>The module's heading, in the course's language first.</summary>
    public IReadOnlyList<string> ModuleNames(CourseRow? course) => Names(Heading, course);

    /// <summary>The open folder that published files lie in, in the course's language first.</summary>
    public IReadOnlyList<string> FolderNames(CourseRow? course) => Names(Heading, course);

    /// <summary>The locked folder through which files come in, in the course's language first; nothing in it can be opened.</summary>
    public IReadOnlyList<string> IntakeFolderNames(CourseRow? course) => Names(Intake, course);

    /// <summary>The course's own language, <c>sv</c> or <c>en</c>; the house's first where it has none of these.</summary>
    public string LanguageOf(CourseRow? course) => OwnLanguageOf(course) ?? active.Pack.Languages[0];

    /// <summary>The course's own language, <c>sv</c> or <c>en</c>; null where it has none of these.</summary>
    public string? OwnLanguageOf(CourseRow? course) =>
        course?.Locale?.Split('-', '_')[0].ToLowerInvariant() is "sv" or "en" ? course.Locale[..2].ToLowerInvariant() : null;

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

    private string[] Names(LocalizedText text, CourseRow? course) => LanguageOf(course) == "sv" ? [text.Sv, text.En] : [text.En, text.Sv];

    private string DayOf(RecordingRow recording) =>
        active.Pack.DayOf(recording.RecordedAt ?? recording.CreatedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
