using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Meetings;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>What a request's body says of a meeting that is known: its kind, and its course where it has none. Anything else is not the body's to say.</summary>
internal sealed class SaidOfMeeting
{
    private readonly List<RequestError> errors = [];

    public SaidOfMeeting(JsonObject body, MeetingRow meeting)
    {
        if (body["pack"] is not null)
            Refuse("pack", "KnownHere");
        // An approval answers a referral; it can't be claimed by the person who was referred.
        if (body["approvals"] is JsonObject approvals && approvals["dpo"] is not null)
            Refuse("approvals.dpo", "ApprovalByTask");

        var (kind, course) = ReadMeeting(body["meeting"]);
        if (meeting.CourseId is { } known && course is not null && course != known)
            Refuse("meeting.course.id", "OtherCourse");
        CourseId = meeting.CourseId ?? course;
        NamesNewCourse = meeting.CourseId is null && course is not null;
        // Without a course nothing implies the kind but the answer itself.
        Kind = kind ?? (CourseId is not null ? "teaching" : "other");
    }

    public string? Kind { get; }
    public string? CourseId { get; }

    /// <summary>The course is one that the body brings.</summary>
    public bool NamesNewCourse { get; }

    public IReadOnlyList<RequestError> Errors => errors;

    private (string? Kind, string? Course) ReadMeeting(JsonNode? meeting)
    {
        if (meeting is null)
            return (null, null);
        if (meeting is not JsonObject said)
        {
            Refuse("meeting", "MeetingTakes");
            return (null, null);
        }
        foreach (var field in said.Where(field => field.Key is not ("kind" or "course") && field.Value is not null))
            Refuse($"meeting.{field.Key}", "KnownHere");
        var kind = ReadText(said["kind"], "meeting.kind", "KindTakes");
        return said["course"] switch
        {
            null => (kind, null),
            JsonObject course => (kind, ReadCourse(course)),
            _ => (kind, ReadText(said["course"], "meeting.course", "CourseTakes")),
        };
    }

    private string? ReadCourse(JsonObject course)
    {
        foreach (var field in course.Where(field => field.Key is not "id" && field.Value is not null))
            Refuse($"meeting.course.{field.Key}", "KnownHere");
        return ReadText(course["id"], "meeting.course.id", "CourseTakes");
    }

    private string? ReadText(JsonNode? value, string path, string key)
    {
        if (value is null)
            return null;
        if (path == "meeting.course" || value.GetValueKind() is not JsonValueKind.String)
        {
            Refuse(path, key);
            return null;
        }
        return string.IsNullOrWhiteSpace(value.GetValue<string>()) ? null : value.GetValue<string>().Trim();
    }

    private void Refuse(string path, string key) => errors.Add(DeskTexts.Error(path, key));
}
