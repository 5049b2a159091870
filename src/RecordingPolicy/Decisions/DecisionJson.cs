using System.Globalization;
using System.Text.Json.Nodes;
using RecordingPolicy.Expiry;

namespace RecordingPolicy.Decisions;

/// <summary>A decision as the command line, the API and the tests show it (rules.md, "The decision as JSON").</summary>
public static class DecisionJson
{
    /// <summary>Writes a decision; fields stand in the order of rules.md, <c>edition</c> last.</summary>
    public static JsonObject ToJson(Decision decision) =>
        new()
        {
            ["outcome"] = WireName.Of(decision.Outcome),
            ["findings"] = new JsonArray([.. decision.Findings.Select(ToJson)]),
            ["retention"] = ToJson(decision.Retention),
            ["notice"] = new JsonObject { ["deviations"] = Names(decision.Notice.Deviations), ["rights"] = Names(decision.Notice.Rights) },
            ["edition"] = decision.Edition,
        };

    private static JsonNode ToJson(Finding finding)
    {
        var json = new JsonObject { ["rule"] = finding.Rule, ["effect"] = WireName.Of(finding.Effect) };
        if (finding.Before is { } before)
            json["before"] = WireName.Of(before);
        json["message"] = new JsonObject { ["sv"] = finding.Message.Sv, ["en"] = finding.Message.En };
        json["source"] = new JsonArray([.. finding.Source.Select(source => JsonValue.Create(source))]);
        return json;
    }

    private static JsonObject ToJson(RetentionPlan plan) =>
        new()
        {
            ["plan"] = plan switch
            {
                RetentionPlan.WhileCourseIsOpen => "course-lifetime",
                RetentionPlan.Until => "until",
                RetentionPlan.For => "for",
                _ => null,
            },
            ["until"] = (plan as RetentionPlan.Until)?.Day.ToString("O", CultureInfo.InvariantCulture),
            ["duration"] = (plan as RetentionPlan.For)?.Period.ToString(),
            ["end"] = WireName.Of(plan.End),
        };

    private static JsonArray Names<T>(IEnumerable<T> values)
        where T : struct, Enum => new([.. values.Select(value => JsonValue.Create(WireName.Of(value)))]);
}
