using CanvasConnector;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>Expiry: the courses' lifetimes, warnings, missing dates.</summary>
public static class ExpiryFeature
{
    public static IHostApplicationBuilder AddExpiry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddCanvas(builder.Configuration.GetSection("Canvas"));
        builder.Services.AddOptions<CanvasOptions>().Configure<Leases>((canvas, leases) => canvas.BeforeChange = leases.StandAsync);
        builder.Services.AddOptionsWithValidateOnStart<CourseSyncOptions>().BindConfiguration("Canvas").ValidateDataAnnotations();
        builder.Services.AddScoped(services => new CourseReader(
            services.GetRequiredService<CanvasClient>(),
            services.GetRequiredService<ActivePack>().Pack.Closing
        ));
        builder.Services.AddScoped<CourseBook>().AddScoped<FreshCourse>().AddScoped<ListingGuard>();
        builder.Services.AddScoped<IStep, WarnStep>().AddScoped<IStep, AskForDateStep>();
        builder.Services.AddScoped<ITaskAnswer, MissingDateAnswer>().AddScoped<ITaskAnswer, CourseListAnswer>();
        var every = builder.Configuration.GetSection("Canvas").Get<CourseSyncOptions>()?.SyncEvery ?? new CourseSyncOptions().SyncEvery;
        builder.AddDueWork<CourseSync>(every);
        builder.Services.AddSingleton<CanvasAccess>().AddHostedService<CanvasAccessWatch>();
        return builder;
    }
}
