using Campus.Clock;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Campus.Control;

/// <summary>The control's page and what its buttons do. No script: every button is a small form.</summary>
public static class ControlPages
{
    private const string MovingPath = "/control/moving";
    private static readonly string Css = ReadCss();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync);
        routes.MapGet("/campus.css", () => TypedResults.Text(Css, "text/css"));
        routes.MapPost("/control/clock", MoveAsync).DisableAntiforgery();
        routes.MapGet(MovingPath, ShowMoving);
        routes.MapPost("/control/faults", AddFaultAsync).DisableAntiforgery();
        routes.MapPost("/control/faults/clear", ClearFaultsAsync).DisableAntiforgery();
        routes.MapPost("/control/meetings", AddMeetingAsync).DisableAntiforgery();
        routes.MapPost("/control/meetings/{id:long}/{act}", ActAsync).DisableAntiforgery();
    }

    private static async Task<ContentHttpResult> ShowAsync(
        HttpContext context,
        ControlOptions options,
        ClockMover mover,
        Followers followers,
        CancellationToken ct
    )
    {
        var meetings = context.RequestServices.GetService<ZoomSandbox>() is { } zoom ? await zoom.MeetingsAsync(ct) : null;
        var faults = context.RequestServices.GetService<CanvasSandbox>() is { } canvas ? await canvas.FaultsAsync(ct) : null;
        var view = new ControlView(
            Words.For(context),
            options.Addresses with
            {
                Bot = options.Addresses.Bot ?? followers.Latest,
            },
            mover.Read(),
            meetings,
            faults,
            context.Request.Query["said"]
        );
        return Html(ControlHtml.Page(view));
    }

    private static async Task<Results<RedirectHttpResult, ForbidHttpResult>> MoveAsync(
        [FromForm] string? advance,
        [FromForm] string? day,
        HttpRequest request,
        ClockErrand errand
    )
    {
        if (IsForeign(request))
            return TypedResults.Forbid();
        var move =
            advance is not null ? ClockMove.By(advance)
            : day is not null ? ClockMove.To($"{day}T12:00:00Z")
            : null;
        if (move is null)
            return Back("refused");
        try
        {
            await errand.BeginAsync(move);
        }
        catch (FormatException)
        {
            return Back("refused");
        }
        return errand.Runs ? TypedResults.Redirect(MovingPath) : Back(Outcome(errand));
    }

    /// <summary>Shown while a move goes on; the browser looks again by itself, and comes back to the control when all is done.</summary>
    private static Results<ContentHttpResult, RedirectHttpResult> ShowMoving(HttpContext context, ClockErrand errand)
    {
        if (!errand.Runs)
            return Back(Outcome(errand));
        context.Response.Headers["Refresh"] = "2";
        return Html(MovingHtml.Page(Words.For(context), errand.Progress));
    }

    private static string Outcome(ClockErrand errand) => errand.Settled ? "moved" : "unsettled";

    private static async Task<Results<RedirectHttpResult, ForbidHttpResult>> AddMeetingAsync(
        [FromForm] string topic,
        HttpRequest request,
        CampusClock clock,
        ZoomSandbox zoom,
        CancellationToken ct
    ) => IsForeign(request) ? TypedResults.Forbid() : Back(await zoom.AddMeetingAsync(topic, clock.Time.GetUtcNow().AddMinutes(10), ct));

    private static async Task<Results<RedirectHttpResult, ForbidHttpResult>> ActAsync(
        long id,
        string act,
        HttpRequest request,
        ZoomSandbox zoom,
        CancellationToken ct
    ) => IsForeign(request) ? TypedResults.Forbid() : Back(await zoom.ActAsync(id, act, ct));

    private static async Task<Results<RedirectHttpResult, ForbidHttpResult>> AddFaultAsync(
        [FromForm] string fault,
        [FromForm] int times,
        HttpRequest request,
        CanvasSandbox canvas,
        CancellationToken ct
    ) => IsForeign(request) ? TypedResults.Forbid() : Back(await canvas.AddAsync(fault, times, ct));

    private static async Task<Results<RedirectHttpResult, ForbidHttpResult>> ClearFaultsAsync(
        [FromForm] string? fault,
        HttpRequest request,
        CanvasSandbox canvas,
        CancellationToken ct
    ) => IsForeign(request) ? TypedResults.Forbid() : Back(await canvas.ClearAsync(fault, ct));

    /// <summary>Another site's page can send forms to this machine too; the browser says where they come from.</summary>
    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    private static ContentHttpResult Html(Markup page) => TypedResults.Content(page.Html, "text/html; charset=utf-8");

    private static RedirectHttpResult Back(string said) => TypedResults.Redirect($"/?said={Uri.EscapeDataString(said)}");

    private static string ReadCss()
    {
        using var stream = typeof(ControlPages).Assembly.GetManifestResourceStream("campus.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
