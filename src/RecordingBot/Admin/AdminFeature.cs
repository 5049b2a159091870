using Microsoft.AspNetCore.Mvc.ApplicationParts;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Notices;
using RecordingBot.Publication;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Admin;

/// <summary>The doors for people and programs: pages, API, the acts behind both. A page lies with its step.</summary>
public static class AdminFeature
{
    public static IHostApplicationBuilder AddAdmin(this IHostApplicationBuilder builder)
    {
        builder.AddApi();
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot().ConfigureApplicationPartManager(OwnPagesOnly);
        builder.Services.AddSingleton<Why>().AddSingleton<PageWords>();
        builder.Services.AddSingleton<CourseRights>().AddSingleton<CourseLook>().AddSingleton<NoticeMisses>();
        builder.Services.AddScoped<OrderedRecordings>().AddScoped<CourseCsv>();
        builder.Services.AddScoped<Sight>().AddScoped<ActDesk>().AddScoped<TaskDesk>();
        builder.Services.AddScoped<PublicationActs>().AddScoped<ExtensionActs>().AddScoped<HoldActs>().AddScoped<DeletionActs>();
        return builder;
    }

    public static WebApplication MapAdminPages(this WebApplication app)
    {
        app.MapRazorPages().RequireAuthorization(Policies.Person).RequireRateLimiting(RateLimits.Caller);
        SessionDoors.Map(app);
        NoticeText.Map(app);
        CourseCsv.Map(app);
        PublicKeyDoor.Map(app);
        return app;
    }

    /// <summary>The pages are this program's, whichever program hosts it: else MVC looks for them in the one that was started.</summary>
    private static void OwnPagesOnly(ApplicationPartManager parts)
    {
        var own = typeof(AdminFeature).Assembly;
        parts.ApplicationParts.Clear();
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
            parts.ApplicationParts.Add(part);
    }
}
