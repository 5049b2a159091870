using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases.Interview;

/// <summary>
/// A course's earlier answers: they are offered again, but for what has to be judged anew each time. Nothing about a meeting's content is ever
/// preselected, and the judgement of necessity is in the name of whoever makes it now (<c>necessity.teaching</c>).
/// </summary>
public sealed class LastTime(RegistryContext registry)
{
    private static readonly string[] JudgedAnew = ["pack", "meeting", "recorder", "contains", "necessity", "approvals"];

    /// <summary>The newest approval of a lecture in the meeting's course; null where it has no course, or there is none.</summary>
    public async Task<DecisionRow?> FindAsync(MeetingRow meeting, CancellationToken ct)
    {
        if (meeting.CourseId is not { } course)
            return null;
        var lectures = registry.Meetings.Where(row => row.CourseId == course && row.Id != meeting.Id).Select(row => row.Id);
        var newest = await registry
            .Decisions.AsNoTracking()
            .Where(row => row.Outcome == "approved" && lectures.Contains(row.MeetingId))
            .OrderByDescending(row => row.DecidedAt)
            .FirstOrDefaultAsync(ct);
        return newest is not null && (string?)Request(newest)["meeting"]?["kind"] == "teaching" && Judgement(newest) is not null
            ? newest
            : null;
    }

    /// <summary>One that was offered before.</summary>
    public Task<DecisionRow> GetAsync(Guid id, CancellationToken ct) =>
        registry.Decisions.AsNoTracking().SingleAsync(row => row.Id == id, ct);

    /// <summary>Its answers, but for those that are judged anew, on top of what is answered already.</summary>
    public static JsonObject Answers(DecisionRow earlier, JsonObject answered)
    {
        var answers = answered.DeepClone().AsObject();
        foreach (var (name, value) in Request(earlier))
            if (value is not null && !JudgedAnew.Contains(name, StringComparer.Ordinal))
                answers[name] = value.DeepClone();
        return answers;
    }

    /// <summary>All its answers, as a request without what is known of the meeting. What a data protection officer approved is not theirs to repeat.</summary>
    public static JsonObject All(DecisionRow decision, MeetingRow meeting)
    {
        var request = Request(decision);
        var answers = new JsonObject();
        foreach (var (name, value) in request)
            if (value is not null && name is not ("pack" or "meeting"))
                answers[name] = value.DeepClone();
        (answers["approvals"] as JsonObject)?.Remove("dpo");
        var said = new JsonObject { ["kind"] = request["meeting"]?["kind"]?.DeepClone() };
        if (meeting.CourseId is null && request["meeting"]?["course"]?["id"] is { } course)
            said["course"] = new JsonObject { ["id"] = course.DeepClone() };
        answers["meeting"] = said;
        return answers;
    }

    /// <summary>Its judgement of necessity: that it can't be done without, and why; null where it said something else.</summary>
    public static JsonObject? Judgement(DecisionRow earlier) =>
        Request(earlier)["necessity"] is JsonObject necessity
        && (bool?)necessity["achievableWithout"] == false
        && necessity["justification"] is not null
            ? necessity.DeepClone().AsObject()
            : null;

    private static JsonObject Request(DecisionRow row) => JsonNode.Parse(row.Request)!.AsObject();
}
