using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>What the product itself keeps of people: looked over, and ended in time.</summary>
public static class RightsFeature
{
    public static IHostApplicationBuilder AddRights(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RecordEnding>().AddScoped<LogEnding>().AddScoped<ITaskAnswer, LogReviewAnswer>();
        builder.AddDueWork<OwnRecords>(every: TimeSpan.FromHours(1));
        builder.AddDueWork<LogReview>(every: TimeSpan.FromHours(1));
        return builder;
    }
}
