using System.Text.RegularExpressions;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Expiry;

/// <summary>Courses over HTTP: when they close, and why then.</summary>
public static partial class CoursesApi
{
    /// <summary>The course isn't there, and nobody could confirm that it was deleted.</summary>
    private const string NotFound = "not-found";

    /// <summary>Maps the call into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/courses/{id}/lifetime", LifetimeAsync)
            .WithName("GetCourseLifetime")
            .WithSummary("When a course closes to its students, read from Canvas now.")
            .WithDescription(
                "closes is at (a date decides), already (the state decides), never or undecidable; change says what would move it; inputs are what it follows from."
            )
            .Produces<LifetimeView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> LifetimeAsync(
        string id,
        SignedIn signedIn,
        Sight sight,
        CourseLook courses,
        Why why,
        CancellationToken ct
    )
    {
        if (!CanvasId().IsMatch(id) || !await sight.SeesCourseAsync(signedIn.RequiredCaller, id, ct))
            return ActAnswers.NotFound();
        var course = await courses.ReadAsync(id, ct);
        return course.Reason == NotFound
            ? ActAnswers.NotFound()
            : TypedResults.Ok(LifetimeView.Of(course, why.Course(course), why.CourseChange(course)));
    }

    [GeneratedRegex(@"\A[1-9]\d{0,19}\z", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex CanvasId();
}
