using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector;

namespace RecordingBot.Meetings;

/// <summary>Meetings: Zoom's events and schedule, and the right to record.</summary>
public static class MeetingsFeature
{
    public static IHostApplicationBuilder AddMeetings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddZoom(builder.Configuration.GetSection("Zoom"));
        builder.Services.AddHttpClient(ZoomServices.HttpClientName).AddHttpMessageHandler<ClaimHandler>();
        builder.Services.AddOptionsWithValidateOnStart<MeetingsOptions>().BindConfiguration("Meetings").ValidateDataAnnotations();
        builder.Services.AddScoped<MeetingBook>().AddScoped<MeetingCatalogue>().AddScoped<MeetingEvents>().AddScoped<AttendanceBook>();
        builder
            .Services.AddSingleton<ParticipantNames>()
            .AddSingleton<WebhookMisses>()
            .AddSingleton<InboxWriter>()
            .AddSingleton<ZoomDoors>();
        builder.Services.AddHostedService(services => services.GetRequiredService<InboxWriter>());
        builder.Services.AddScoped<CoverageReader>().AddScoped<Disclaimers>();
        builder.Services.AddScoped<IStep, GiveRightStep>().AddScoped<IStep, TakeRightStep>().AddScoped<IStep, TellHostStep>();
        builder.Services.AddScoped<GovernedHosts>().AddScoped<HostWindows>().AddScoped<GateLook>().AddScoped<CloudIncidents>();
        builder.AddDueWork<ZoomInbox>(every: TimeSpan.FromSeconds(15));
        builder.AddDueWork<MeetingWatch>(every: TimeSpan.FromSeconds(15));
        builder.AddDueWork<DisclaimerWatch>(every: TimeSpan.FromMinutes(15));
        builder.AddDueWork<GateWatch>(every: TimeSpan.FromSeconds(15));
        builder.AddDueWork<CloudStop>(every: TimeSpan.FromSeconds(15));
        return builder;
    }
}
