using System.Text.Json.Nodes;
using RecordingBot.Recordings;
using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingBot.LegalBases;

/// <summary>What the steps need of a decision that was made, read from how it was stored.</summary>
public sealed record StoredDecision
{
    private static readonly string[] Sensitive = ["sensitive", "confidential", "private"];

    /// <summary>It approves.</summary>
    public required bool Approved { get; init; }

    /// <summary>How long it may be kept, and how it ends.</summary>
    public required RetentionPlan Plan { get; init; }

    /// <summary>A data protection officer has approved it, a stay beyond the ceiling included (<c>availability.bounded</c>).</summary>
    public required bool CeilingLifted { get; init; }

    /// <summary>The conditions, as rule id and the step before which each must hold.</summary>
    public required IReadOnlyList<(string Rule, string Before)> Conditions { get; init; }

    /// <summary>Publication as decided: <c>none</c>, <c>canvas-course</c>…; null while undecided.</summary>
    public required string? Publication { get; init; }

    /// <summary>The Canvas course it goes to, where that is decided.</summary>
    public required string? PublicationTarget { get; init; }

    /// <summary>The course was public when it was decided.</summary>
    public required bool CourseWasPublic { get; init; }

    /// <summary>Something sensitive, confidential or else private is said in the meeting.</summary>
    public required bool PrivacySensitive { get; init; }

    /// <summary>Where the recording is to be kept, <c>recorder-computer</c> for example, and the place's name where it has one; null where that wasn't said.</summary>
    public required (string Place, string? Name)? Storage { get; init; }

    /// <summary>It approves a recording in Zoom's cloud, and no other: the pack has let the place pass (<c>storage.approved</c>).</summary>
    public bool AllowsCloud => Approved && Storage is { Place: CopyPlace.ZoomCloud };

    /// <summary>A student records.</summary>
    public required bool ByStudent { get; init; }

    /// <summary>Whether only the recorder and named colleagues open the recording (<c>storage.access-limited</c>).</summary>
    public bool IsLimited(PolicyPack pack) => PrivacySensitive && pack.Has("storage.access-limited");

    public static StoredDecision Read(DecisionRow row)
    {
        var answer = JsonNode.Parse(row.Answer)!;
        var request = JsonNode.Parse(row.Request)!;
        var publication = request["publication"];
        return new()
        {
            Approved = row.Outcome == "approved",
            Plan = PlanOf(answer["retention"]!),
            CeilingLifted = request["approvals"]?["dpo"] is not null,
            Conditions =
            [
                .. answer["findings"]!
                    .AsArray()
                    .Where(finding => (string?)finding!["effect"] == "condition")
                    .Select(finding => ((string)finding!["rule"]!, (string)finding["before"]!)),
            ],
            Publication = (string?)publication?["kind"],
            PublicationTarget = (string?)publication?["target"],
            CourseWasPublic = (bool?)request["meeting"]?["course"]?["isPublic"] ?? false,
            PrivacySensitive = Sensitive.Any(kind => (bool?)request["contains"]?[kind] is true),
            Storage = (string?)request["storage"]?["place"] is { } place ? (place, (string?)request["storage"]?["name"]) : null,
            ByStudent = (string?)request["recorder"]?["role"] == "student",
        };
    }

    private static RetentionPlan PlanOf(JsonNode retention)
    {
        var end = (string?)retention["end"] == "archive-then-delete" ? RetentionEnd.ArchiveThenDelete : RetentionEnd.Delete;
        RetentionPlan plan = (string?)retention["plan"] switch
        {
            "course-lifetime" => new RetentionPlan.WhileCourseIsOpen(),
            "until" => new RetentionPlan.Until(
                DateOnly.Parse((string)retention["until"]!, System.Globalization.CultureInfo.InvariantCulture)
            ),
            "for" => new RetentionPlan.For(CalendarPeriod.Parse((string)retention["duration"]!)),
            _ => new RetentionPlan.Undecided(),
        };
        return plan with { End = end };
    }
}
