using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Expiry;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>Makes a whole request of a meeting and a person's answers, and says who may answer for it.</summary>
public sealed class MeetingRequests(RegistryContext registry, People people, CourseBook courses, ActivePack active)
{
    /// <summary>Only the host and the active teachers of its course decide for a meeting: a role decides nothing for a teacher.</summary>
    public async Task<bool> MayDecideAsync(MeetingRow meeting, PersonRow by, CancellationToken ct)
    {
        if (meeting.HostPersonId == by.Id)
            return true;
        return by.Has(Role.Teacher)
            && meeting.CourseId is { } courseId
            && (await people.ActiveTeachersAsync(courseId, ct)).Known.Any(teacher => teacher.Id == by.Id);
    }

    /// <summary>Composes the request.</summary>
    /// <param name="meeting">What is known.</param>
    /// <param name="body">What was said; not changed.</param>
    /// <param name="by">Who said it.</param>
    /// <param name="fresh">Whether Canvas is asked now about the course and whose it is; else what the registry knows is good enough, for a preview.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<ComposedRequest> ComposeAsync(MeetingRow meeting, JsonObject body, PersonRow by, bool fresh, CancellationToken ct)
    {
        var said = new SaidOfMeeting(body, meeting);
        List<RequestError> errors = [.. said.Errors];
        if (errors.Count == 0 && fresh && said.NamesNewCourse && !await TeachesAsync(by, said.CourseId!, ct))
            errors.Add(DeskTexts.Error("meeting.course.id", "OwnCourse"));
        // The rules for students are not to be had away by calling oneself an employee.
        if (by.IsStudent && body["recorder"] is JsonObject recorder && (recorder["role"] as JsonValue)?.ToString() == "employee")
            errors.Add(DeskTexts.Error("recorder.role", "StudentRecords"));
        if (errors.Count > 0)
            return new(default, [.. errors]);

        var course = said.CourseId is { } courseId ? await ReadCourseAsync(courseId, fresh, ct) : null;
        JsonObject whole = new() { ["pack"] = active.Pack.Name, ["meeting"] = MeetingJson(meeting, said, course) };
        foreach (var (name, value) in body.Where(field => field.Key is not ("pack" or "meeting")))
            whole[name] = value?.DeepClone();
        return new(JsonSerializer.SerializeToElement(whole), []);
    }

    /// <summary>Somebody else's course would later let the recording into it.</summary>
    private async Task<bool> TeachesAsync(PersonRow by, string courseId, CancellationToken ct) =>
        (await courses.CoursesOfAsync(by, ct)).Any(course => course.Id == courseId);

    private async Task<CourseRow> ReadCourseAsync(string courseId, bool fresh, CancellationToken ct) =>
        (fresh ? null : await registry.Courses.FindAsync([courseId], ct)) ?? await courses.ReadAsync(courseId, ct);

    private static JsonObject MeetingJson(MeetingRow meeting, SaidOfMeeting said, CourseRow? course) =>
        new()
        {
            ["platform"] = meeting.Platform,
            ["kind"] = said.Kind,
            ["topic"] = meeting.Topic,
            ["startsAt"] = Instant(meeting.StartsAt),
            ["endsAt"] = Instant(meeting.EndsAt),
            ["course"] = course is null
                ? null
                : new JsonObject
                {
                    ["id"] = course.Id,
                    ["isPublic"] = course.IsPublic,
                    ["closesAt"] = course.ClosesAt is { } at ? Instant(at) : null,
                },
        };

    private static string Instant(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
