using System.Globalization;
using System.Text.Json.Nodes;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingBot.Meetings;

/// <summary>A decision as its page tells it, read from how it was stored.</summary>
public sealed record MeetingPageDecision
{
    /// <summary><c>approved</c>, <c>refused</c>, <c>incomplete</c> or <c>referred</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The kind of legal basis; null where none was stated.</summary>
    public required string? Basis { get; init; }

    /// <summary>The agreement, law or decision that the basis rests on; null where none was stated.</summary>
    public required string? BasisReference { get; init; }

    public required string? Purpose { get; init; }

    /// <summary><c>course-lifetime</c>, <c>until</c> or <c>for</c>; null while undecided.</summary>
    public required string? Plan { get; init; }

    /// <summary>The plan's own day, where it names one.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>How long after the meeting, where the plan says so (ISO 8601).</summary>
    public required string? Period { get; init; }

    /// <summary>Given to the archive before it is deleted.</summary>
    public required bool IsArchived { get; init; }

    /// <summary>What the data protection officer tied the approval to; null where there is nothing.</summary>
    public required string? DpoConditions { get; init; }

    /// <summary>A student records under a pack that has guidance for that (<c>recorder.student</c>).</summary>
    public required bool GuidesStudent { get; init; }

    /// <summary>What must hold before a step.</summary>
    public IEnumerable<MeetingPageFinding> Conditions => Findings.Where(finding => finding.Before is not null);

    /// <summary>What else had a say.</summary>
    public IEnumerable<MeetingPageFinding> Reasons => Findings.Where(finding => finding.Before is null);
    public required IReadOnlyList<MeetingPageFinding> Findings { get; init; }
    public required string Pack { get; init; }
    public required string Edition { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Reads a decision.</summary>
    /// <param name="row">The decision.</param>
    /// <param name="pack">The pack of the house.</param>
    /// <param name="isMet">Whether the condition of a rule is seen to be met.</param>
    public static MeetingPageDecision Read(DecisionRow row, PolicyPack pack, Func<string, bool> isMet)
    {
        var (request, answer) = (JsonNode.Parse(row.Request)!, JsonNode.Parse(row.Answer)!);
        var stored = StoredDecision.Read(row);
        return new()
        {
            Outcome = row.Outcome,
            Basis = (string?)request["legalBasis"]?["kind"],
            BasisReference = (string?)request["legalBasis"]?["reference"],
            Purpose = (string?)request["purpose"]?["text"],
            Plan = (string?)answer["retention"]?["plan"],
            Until = stored.Plan is RetentionPlan.Until until ? until.Day : null,
            Period = (string?)answer["retention"]?["duration"],
            IsArchived = stored.Plan.End is RetentionEnd.ArchiveThenDelete,
            DpoConditions = row.DpoConditions,
            GuidesStudent = stored.ByStudent && pack.Has("recorder.student"),
            Findings = [.. (answer["findings"]?.AsArray() ?? []).OfType<JsonNode>().Select(finding => Read(finding, isMet))],
            Pack = row.Pack,
            Edition = row.Edition,
            DecidedAt = row.DecidedAt,
        };
    }

    private static MeetingPageFinding Read(JsonNode finding, Func<string, bool> isMet)
    {
        var rule = (string)finding["rule"]!;
        return new(
            rule,
            (string)finding["effect"]!,
            (string?)finding["before"],
            (string)finding["message"]![Language.Current]!,
            Source(finding),
            isMet(rule)
        );
    }

    private static string Source(JsonNode finding) =>
        string.Join(", ", finding["source"]?.AsArray().Select(source => Convert.ToString(source, CultureInfo.InvariantCulture)) ?? []);
}
