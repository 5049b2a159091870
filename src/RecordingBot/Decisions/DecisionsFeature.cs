using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Decisions;

/// <summary>One decision behind three doors: chat, HTTP, command line.</summary>
public static class DecisionsFeature
{
    public static IHostApplicationBuilder AddDecisions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<MeetingRequests>();
        builder.Services.AddScoped<DecisionBook>().AddScoped<DecisionFollowUps>();
        builder.Services.AddScoped<DecisionDesk>();
        builder.Services.AddScoped<ApprovalWithdrawal>().AddScoped<ITalk, WithdrawalOfApprovalTalk>();
        builder.Services.AddScoped<ITaskAnswer, StudentToldAnswer>();
        builder.AddDueWork<StudentTelling>(every: TimeSpan.FromMinutes(1));
        return builder;
    }
}
