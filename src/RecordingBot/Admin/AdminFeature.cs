using RecordingBot.Hosting;
using RecordingBot.Notices;
using RecordingBot.Rights;
using RecordingBot.Expiry;
using RecordingBot.Deletion;
using RecordingBot.Publication;
using RecordingBot.Registry;

namespace RecordingBot.Admin;

/// <summary>The doors for people and programs: pages, API, the acts behind both. A page lies with its step.</summary>
public static class AdminFeature
{
    public static IHostApplicationBuilder AddAdmin(this IHostApplicationBuilder builder)
    {
        builder.AddApi();
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
        builder.Services.AddSingleton<Why>().AddSingleton<PageWords>();
        builder.Services.AddSingleton<CourseRights>().AddSingleton<CourseLook>().AddSingleton<NoticeMisses>();
        builder.Services.AddScoped<Sight>().AddScoped<ActDesk>().AddScoped<TaskDesk>();
        builder.Services.AddScoped<PublicationActs>().AddScoped<ExtensionActs>().AddScoped<HoldActs>().AddScoped<DeletionActs>();
        return builder;
    }

    public static WebApplication MapAdminPages(this WebApplication app)
    {
        app.MapRazorPages().RequireAuthorization(Policies.Person).RequireRateLimiting(RateLimits.Caller);
        SessionDoors.Map(app);
        NoticeText.Map(app);
        return app;
    }
}
