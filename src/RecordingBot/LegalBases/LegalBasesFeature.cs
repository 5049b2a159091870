using RecordingBot.Channels;
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
        builder.Services.AddScoped<InterviewView>().AddScoped<LastTime>();
        builder.Services.AddScoped<InterviewTalk>();
        builder.Services.AddScoped<ITalk>(services => services.GetRequiredService<InterviewTalk>());
        builder.Services.AddScoped<ITalk, ReferralTalk>();
        builder.Services.AddScoped<ReferralReader>().AddScoped<ReferralReturn>();
        builder.Services.AddScoped<ITaskAnswer, ReferralAnswer>();
        return builder;
    }
}
