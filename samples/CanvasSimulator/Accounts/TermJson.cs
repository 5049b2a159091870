using System.Text.Json.Nodes;
using CanvasSimulator.Access;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Accounts;

/// <summary>Terms as Canvas shows them.</summary>
internal static class TermJson
{
    public static JsonObject Of(Term term, Dates dates) =>
        new()
        {
            ["id"] = term.Id,
            ["name"] = term.Name,
            ["start_at"] = dates.StartAt.Iso(),
            ["end_at"] = dates.EndAt.Iso(),
            ["created_at"] = term.CreatedAt.Iso(),
            ["workflow_state"] = term.Deleted ? "deleted" : "active",
            ["grading_period_group_id"] = null,
            ["sis_term_id"] = term.SisId,
        };

    /// <summary>Raw dates, and overrides where the terms API is asked for them.</summary>
    public static JsonObject OfTermsApi(Term term, bool overrides)
    {
        var json = Of(term, new Dates { StartAt = term.StartAt, EndAt = term.EndAt });
        if (overrides)
            json["overrides"] = new JsonObject(term.Overrides.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)ToJson(pair.Value))));
        return json;
    }

    /// <summary>Inside a course an enrolled caller sees dates merged with the overrides of their own roles.</summary>
    public static JsonObject InsideCourse(Truth truth, Course course, User? caller)
    {
        var term = truth.TermOf(course);
        var own = truth.EnrollmentsOf(course).Where(e => e.UserId == caller?.Id && e.State != "deleted").ToList();
        if (own.Count == 0)
            return Of(term, new Dates { StartAt = term.StartAt, EndAt = term.EndAt });
        var dates = own.ConvertAll(enrollment => EnrollmentDates.TermDates(term, enrollment));
        var merged = new Dates
        {
            StartAt = dates.Exists(d => d.StartAt is null) ? null : dates.Min(d => d.StartAt),
            EndAt = dates.Exists(d => d.EndAt is null) ? null : dates.Max(d => d.EndAt),
        };
        return Of(term, merged);
    }

    private static JsonObject ToJson(Dates dates) => new JsonObject { ["start_at"] = dates.StartAt.Iso(), ["end_at"] = dates.EndAt.Iso() };
}
