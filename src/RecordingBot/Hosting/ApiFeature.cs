using RecordingBot.Decisions;
using RecordingBot.Expiry;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingBot.Recordings.Inventory;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Hosting;

/// <summary>The HTTP API (design.md 5): a file in each step's folder, one group, one document.</summary>
public static class ApiFeature
{
    private const string Root = "/api/v1";

    public static IHostApplicationBuilder AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = problem =>
                problem.ProblemDetails.Extensions["correlationId"] = Faults.CorrelationId(problem.HttpContext)
        );
        builder.Services.AddOpenApi("v1", ApiDocument.Describe);
        builder
            .Services.AddScoped<RecordingReader>()
            .AddScoped<RecordingAnswer>()
            .AddScoped<RegisterReader>()
            .AddScoped<MeetingReader>()
            .AddScoped<MeetingAnswer>();
        builder.Services.AddScoped<IncidentReader>();
        return builder;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root).RequireAuthorization(Policies.SignedIn).RequireRateLimiting(RateLimits.Caller);
        api.AddEndpointFilter<CanvasFaults>();
        DecisionsApi.Map(api);
        MeetingsApi.Map(api);
        AnnouncementApi.Map(api);
        PasteApi.Map(api);
        RecordingsApi.Map(api);
        RecordingActsApi.Map(api);
        ColleaguesApi.Map(api);
        CoursesApi.Map(api);
        TasksApi.Map(api);
        RegisterApi.Map(api);
        IncidentsApi.Map(api);
        InventoryApi.Map(api);
        AuditApi.Map(api);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().RequireRateLimiting(RateLimits.Caller);
        return app;
    }
}
