using RecordingBot.Expiry;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingPolicy.Expiry;

namespace RecordingBot.Registry;

/// <summary>A recording with all that a step may look at, tracked on one unit of work, and the facts that were read from it.</summary>
public sealed record RecordingCase(
    RecordingRow Recording,
    MeetingRow? Meeting,
    DecisionRow? Decision,
    NoticeRow? Notice,
    CourseRow? Course,
    RecordingFacts Facts,
    Ending Ending
)
{
    /// <summary>The recording whose video it shows in a further course, with its parts and copies; null for one with files of its own.</summary>
    public RecordingRow? Source { get; init; }

    /// <summary>The further courses in which recordings of its meeting are shown, without those where that is over.</summary>
    public IReadOnlyList<FurtherCourse> Further { get; init; } = [];

    /// <summary>The end that the meeting's notice tells: the same for all recordings of the meeting.</summary>
    public required Ending NoticeEnding { get; init; }

    /// <summary>Its name in audit entries and tasks.</summary>
    public string Subject => Registry.Subject.Recording(Recording.Id);

    /// <summary>Every copy of every part.</summary>
    public IEnumerable<(PartRow Part, CopyRow Copy)> Copies => Recording.Parts.SelectMany(part => part.Copies.Select(copy => (part, copy)));

    /// <summary>The part that is published: the first video.</summary>
    public PartRow? Video => Recording.MainVideo();

    /// <summary>The copy of a part in a place, unless it is gone.</summary>
    public static CopyRow? In(PartRow part, string place) =>
        part.Copies.Find(copy => copy.Place == place && copy.State is not CopyState.Gone);
}
