using System.Globalization;
using System.Text.Json;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Publication;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;

namespace RecordingBot.Admin;

/// <summary>Why things are as they are, in sentences for people, in both languages.</summary>
public sealed class Why(ActivePack active)
{
    private static BothLanguages Texts => BothLanguages.Why;

    private CourseWords Courses => new(active.Pack.TimeZone, active.Pack.Closing);

    /// <summary>What happens next to a recording, and why.</summary>
    public LocalizedText NextStep(RecordingRow recording)
    {
        // A pause between two tries of a step is no reason of its own: the step's reason still tells why.
        var when = recording.NextStepAt is { } at ? MomentWords.Of(at, active.Pack.TimeZone) : LocalizedText.Same("–");
        return Texts.Say("Due_" + recording.NextStepReason, when);
    }

    /// <summary>Why a recording ends when it does, or why it has no end.</summary>
    public LocalizedText Ends(RecordingRow recording, CourseRow? course)
    {
        if (recording.State is RecordingState.Deleted && recording.DeletedAt is { } gone)
            return Texts.Say("Ends_Deleted", MomentWords.Of(gone, active.Pack.TimeZone));
        var when = recording.EndsAt is { } at ? MomentWords.Of(at, active.Pack.TimeZone) : LocalizedText.Same("–");
        var sentence = Texts.Say("Ends_" + recording.EndReason, when, Name(course, recording.CourseId));
        return recording.EndReason is EndReason.CourseCloses && course is not null
            ? CourseWords.Two(sentence, Courses.Rule(course))
            : sentence;
    }

    /// <summary>When a course closes to students, and by which of Canvas's rules.</summary>
    public LocalizedText Course(CourseRow course) => Courses.Why(course);

    /// <summary>What would change that.</summary>
    public LocalizedText CourseChange(CourseRow course) => Courses.Change(course);

    /// <summary>A task's question.</summary>
    public LocalizedText Task(TaskRow task)
    {
        var arguments = JsonSerializer.Deserialize<string[]>(task.Arguments) ?? [];
        // A kind's sentence may name more than an older task was opened with.
        var values = Enumerable.Range(0, 4).Select(place => Argument(task.Kind, place, arguments.ElementAtOrDefault(place)));
        return Texts.Say("Task_" + task.Kind, [.. values]);
    }

    /// <summary>What a task tells in a word is said in a sentence; names stay as they are.</summary>
    private LocalizedText Argument(string kind, int place, string? argument)
    {
        if ((kind, place) is (TaskKind.MoveFile, 2) && DateTimeOffset.TryParse(argument, CultureInfo.InvariantCulture, out var last))
            return MomentWords.Of(last, active.Pack.TimeZone);
        if ((kind, place) is (TaskKind.GuardTripped, 1 or 2))
            return string.IsNullOrEmpty(argument)
                ? LocalizedText.Same("")
                : Texts.Say(place == 1 ? "GuardOrdered" : "GuardKept", LocalizedText.Same(argument));
        if ((kind, place) is (TaskKind.NoRoom, 2) && argument is not null)
            return MissingRoom.Say(argument);
        var words = (kind, place) switch
        {
            (TaskKind.StepFails, 1) => "Step_",
            (TaskKind.StepFails, 2) or (TaskKind.CloudUnread, 0) => "Fault_",
            (TaskKind.Folder, 0) => "Folder_",
            (TaskKind.GuardTripped or TaskKind.GuardRelease, 0) => "Guard_",
            (TaskKind.MoveFile or TaskKind.RemoveMoved, 1) => "Kept_",
            (TaskKind.SettingLocked, 2) => "Locked_",
            _ => null,
        };
        if ((kind, place, argument) is (TaskKind.Folder, 1, ""))
            return Texts["Folder_Top"];
        var said = words is null ? null : Texts.Find(words + argument);
        return said ?? LocalizedText.Same(string.IsNullOrEmpty(argument) ? "–" : argument);
    }

    private static LocalizedText Name(CourseRow? course, string? id) => LocalizedText.Same(course?.Name ?? id ?? "–");
}
