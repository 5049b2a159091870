using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Notices;

/// <summary>Notices: composed, published behind a link, posted in the meeting.</summary>
public static class NoticesFeature
{
    public static IHostApplicationBuilder AddNotices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NoticeLinks>().AddSingleton<ConsentLimits>();
        builder.Services.AddScoped<ConsentReader>().AddScoped<ConsentBook>().AddScoped<NoticeVersions>();
        builder.Services.AddScoped<Withdrawals>().AddScoped<ITalk, WithdrawalTalk>().AddScoped<ITaskAnswer, WithdrawalAnswer>();
        builder.Services.AddScoped<CourseAnnouncement>().AddScoped<AnnouncementActs>().AddScoped<ITalk, AnnounceTalk>();
        builder.Services.AddScoped<NoticePosting>().AddScoped<PasteRequest>().AddScoped<PasteActs>().AddScoped<ITalk, PasteTalk>();
        builder.Services.AddScoped<ITaskAnswer>(services => services.GetRequiredService<PasteRequest>());
        builder.Services.AddScoped<IStep, PublishNoticeStep>().AddScoped<IStep, AnnounceStep>().AddScoped<IStep, PostNoticeStep>();
        return builder;
    }
}
