using RecordingBot.Channels;
using RecordingBot.Registry;

namespace RecordingBot.Publication;

/// <summary>Publication: into the course, and out of it again.</summary>
public static class PublicationFeature
{
    public static IHostApplicationBuilder AddPublication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<PublicationOptions>().BindConfiguration("Canvas").ValidateDataAnnotations();
        builder.Services.AddSingleton<CourseTexts>();
        builder.Services.AddScoped<FurtherCourses>().AddScoped<FurtherCourseActs>().AddScoped<ITalk, FurtherCourseTalk>();
        builder
            .Services.AddScoped<CanvasUpload>()
            .AddScoped<Roomless>()
            .AddScoped<CoursePlaces>()
            .AddScoped<UsageRightsOfCourse>()
            .AddScoped<LeftOvers>()
            .AddScoped<CourseAdminMessage>();
        builder.Services.AddScoped<ITaskAnswer, NoRoomAnswer>().AddScoped<ITalk, NoRoomTalk>();
        builder.Services.AddScoped<IStep, PublishStep>().AddScoped<IStep, TellAdminsStep>().AddScoped<IStep, UnpublishStep>();
        return builder;
    }
}
