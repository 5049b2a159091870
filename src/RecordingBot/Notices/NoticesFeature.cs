using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>Notices: composed, published behind a link, posted in the meeting.</summary>
public static class NoticesFeature
{
    public static IHostApplicationBuilder AddNotices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NoticeLinks>();
        builder.Services.AddScoped<IStep, PublishNoticeStep>().AddScoped<IStep, PostNoticeStep>();
        return builder;
    }
}
