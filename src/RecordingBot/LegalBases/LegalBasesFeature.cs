using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.LegalBases.Interview;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases;

/// <summary>The step from a meeting to a decision: the interview, and the answers to referrals.</summary>
public static class LegalBasesFeature
{
    public static IHostApplicationBuilder AddLegalBases(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InterviewWording>();
        builder.Services.AddScoped<InterviewOffers>();
        builder.Services.AddScoped<InterviewForm>();
        builder.Services.AddScoped<AnswerTaker>();
        builder.Services.AddScoped<InterviewView>().AddScoped<LastTime>();
        builder.Services.AddScoped<SeriesBook>().AddScoped<DecisionLists>();
        builder.AddDueWork<SeriesWatch>(every: TimeSpan.FromSeconds(15));
        builder.Services.AddScoped<InterviewEnd>().AddScoped<InterviewTalk>();
        builder.Services.AddScoped<ITalk>(services => services.GetRequiredService<InterviewTalk>());
        builder.Services.AddScoped<ITalk, SeriesTalk>();
        builder.Services.AddScoped<ITalk, ConfirmTalk>();
        builder.Services.AddScoped<ITalk, DecisionsTalk>();
        builder.Services.AddScoped<ITalk, ChangeTalk>();
        builder.Services.AddScoped<ITalk, ReferralTalk>();
        builder.Services.AddScoped<ReferralReader>().AddScoped<ReferralReturn>();
        builder.Services.AddScoped<ITaskAnswer, ReferralAnswer>();
        return builder;
    }
}
