namespace RecordingBot.Decisions;

/// <summary>One decision behind three doors: chat, HTTP, command line.</summary>
public static class DecisionsFeature
{
    public static IHostApplicationBuilder AddDecisions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<MeetingRequests>();
        builder.Services.AddScoped<DecisionBook>();
        builder.Services.AddScoped<DecisionDesk>();
        return builder;
    }
}
