using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>Tasks over HTTP: what waits for the caller, and the answers.</summary>
public static class TasksApi
{
    private const int LongestReason = 500;

    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tasks", ListAsync)
            .WithName("ListTasks")
            .WithSummary("The open tasks that wait for the caller.")
            .WithDescription("One's own, and those of one's roles. Pages by limit (1 to 100) and cursor.")
            .WithQuery("limit", "cursor")
            .Produces<Page<TaskView>>()
            .ProducesValidationProblem()
            .WithMetadata(new ShowsPersonalDataAttribute());
        api.MapPost("/tasks/{id:guid}/answer", AnswerAsync)
            .WithName("AnswerTask")
            .WithSummary("Answers a task.")
            .WithDescription(
                "answer is one of the task's answers; until (a day), reason, conditions and reference go with the answers that take them. The same answer again changes nothing."
            )
            .Accepts<AnswerBody>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());
    }

    private static async Task<IResult> ListAsync(HttpRequest request, SignedIn signedIn, TaskDesk desk, Why why, CancellationToken ct)
    {
        var query = new ApiQuery(request);
        var (limit, after) = (query.Limit(), query.Cursor());
        if (query.Problem is { } problem)
            return problem;
        var open = desk.Open(signedIn.RequiredCaller);
        if (after is { } last)
            open = open.Where(task => task.Id > last);
        var rows = await open.OrderBy(task => task.Id).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(rows, limit, task => task.Id, task => TaskView.Of(task, why.Task(task))));
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpRequest request, SignedIn signedIn, TaskDesk desk, CancellationToken ct)
    {
        // Somebody answers in their own name: a service is nobody.
        if (signedIn.Person is not { } person)
            return TypedResults.Problem(
                ActTexts.Named("Act_OnlyPersonsAnswer").In(Language.Current),
                statusCode: StatusCodes.Status403Forbidden
            );
        var (body, problem) = await ApiBody.ReadAsync<AnswerBody>(request, ct);
        if (body is null)
            return problem!;
        if (string.IsNullOrWhiteSpace(body.Answer))
            return ApiBody.Wrong("answer", "One of the task's answers.");
        DateOnly? until = null;
        if (body.Until is not null && (until = ApiQuery.ReadDay(body.Until)) is null)
            return ApiBody.Wrong("until", "A day, such as 2027-01-17.");
        TaskAnswer answer = new(body.Answer, until, Bounded(body.Reason), Bounded(body.Conditions), Bounded(body.Reference));
        return ActAnswers.ProblemOf(await desk.AnswerAsync(id, answer, person, ct)) ?? TypedResults.NoContent();
    }

    private static string? Bounded(string? text) => text is null ? null : Texts.Bounded(text, LongestReason);
}
