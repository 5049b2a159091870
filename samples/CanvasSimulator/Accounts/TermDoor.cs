using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Accounts;

/// <summary>Terms, on the root account only.</summary>
internal static class TermDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/accounts/{account_id}/terms", List);
        routes.Post("/accounts/{account_id}/terms", Create);
        routes.Get("/accounts/{account_id}/terms/{id}", call => Answer.Ok(TermJson.OfTermsApi(Find(call), overrides: true)));
        routes.Put("/accounts/{account_id}/terms/{id}", Update);
        routes.Delete("/accounts/{account_id}/terms/{id}", Delete);
    }

    private static Answer List(Call call)
    {
        CheckAccount(call);
        var states = call.Fields.All("workflow_state");
        var shown = call.Truth.Terms.Where(term =>
            states.Contains("all") || states.Contains("deleted") == term.Deleted || (!term.Deleted && states.Count == 0)
        );
        var overrides = call.Include.Contains("overrides");
        return call.Page(shown, term => TermJson.OfTermsApi(term, overrides), wrapped: "enrollment_terms");
    }

    private static Answer Create(Call call)
    {
        CheckAccount(call);
        var term = new Term
        {
            Id = call.Truth.NextId(),
            Name = call.Fields.Text("enrollment_term[name]") ?? "Term",
            CreatedAt = call.Now,
        };
        Apply(call.Fields, term);
        call.Truth.Terms.Add(term);
        return Answer.Ok(TermJson.OfTermsApi(term, overrides: true));
    }

    private static Answer Update(Call call)
    {
        var term = Find(call);
        Apply(call.Fields, term);
        return Answer.Ok(TermJson.OfTermsApi(term, overrides: true));
    }

    private static Answer Delete(Call call)
    {
        var term = Find(call);
        if (call.Truth.Courses.Exists(course => course.TermId == term.Id && course.State != "deleted"))
            throw RefusalException.Invalid("workflow_state", "Cannot delete a term with active courses");
        term.Deleted = true;
        return Answer.Ok(TermJson.OfTermsApi(term, overrides: true));
    }

    private static Term Find(Call call)
    {
        CheckAccount(call);
        var id = call.RouteId("id");
        return call.Truth.Terms.Find(term => term.Id == id) ?? throw RefusalException.NotFound();
    }

    private static void CheckAccount(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        if (call.Account().ParentId is not null)
            throw new RefusalException(Answer.Message(400, "Terms only belong to root_accounts."));
    }

    private static void Apply(Fields fields, Term term)
    {
        fields.WhenGiven("enrollment_term[name]", name => term.Name = fields.Text(name) ?? term.Name);
        fields.WhenGiven("enrollment_term[start_at]", name => term.StartAt = fields.Moment(name));
        fields.WhenGiven("enrollment_term[end_at]", name => term.EndAt = fields.Moment(name));
        fields.WhenGiven("enrollment_term[sis_term_id]", name => term.SisId = fields.Text(name));
        const string overrides = "enrollment_term[overrides]";
        foreach (var role in fields.KeysBelow(overrides))
        {
            term.Overrides[role] = new Dates
            {
                StartAt = fields.Moment($"{overrides}[{role}][start_at]"),
                EndAt = fields.Moment($"{overrides}[{role}][end_at]"),
            };
        }
    }
}
