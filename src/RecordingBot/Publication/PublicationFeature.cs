using RecordingBot.Channels;
using RecordingBot.Registry;

namespace RecordingBot.Publication;

/// <summary>Publication: into the course, and out of it again.</summary>
public static class PublicationFeature
{
    public static IHostApplicationBuilder AddPublication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CourseTexts>();
        builder.Services.AddScoped<CanvasUpload>();
        builder.Services.AddScoped<FurtherCourses>().AddScoped<FurtherCourseActs>().AddScoped<ITalk, FurtherCourseTalk>();
        builder.Services.AddScoped<IStep, PublishStep>().AddScoped<IStep, UnpublishStep>();
        return builder;
    }
}
