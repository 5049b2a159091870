using Microsoft.Extensions.Options;
using RecordingAgent.Orders;
using RecordingBot.Hosting;
using RecordingBot.Recordings.Cloud;
using RecordingBot.Recordings.Inventory;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>Recordings: seen by an agent, tied to their decision, registered with every part and copy.</summary>
public static class RecordingsFeature
{
    public static IHostApplicationBuilder AddRecordings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<AgentSettings>().BindConfiguration("Agent").ValidateDataAnnotations();
        builder.Services.AddSingleton(services => new OrderSigner(services.GetRequiredService<KeyRing>().OpenSigningKey()));
        builder.Services.AddOptionsWithValidateOnStart<RecordingsOptions>().BindConfiguration("Recordings");
        builder.Services.AddSingleton<IValidateOptions<RecordingsOptions>, RecordingsOptionsCheck>().AddSingleton<GovernanceStart>();
        builder.Services.AddSingleton<AgentWork>().AddSingleton<AgentGateway>();
        builder
            .Services.AddScoped<RecordingRegistration>()
            .AddScoped<FoundRecordings>()
            .AddScoped<MeetingMatch>()
            .AddScoped<PlacementActs>()
            .AddScoped<FolderTroubles>()
            .AddScoped<AgentOrders>();
        builder.Services.AddScoped<WorkFinder>().AddScoped<WaveformBook>().AddScoped<LifeReader>().AddScoped<WorkWords>();
        builder.Services.AddScoped<ColleagueActs>().AddScoped<ColleagueList>().AddScoped<SecondCopies>().AddScoped<Transit>();
        builder.Services.AddScoped<ITaskAnswer, UnexplainedAnswer>().AddScoped<ITaskAnswer, AccessReviewAnswer>();
        builder.Services.AddScoped<ITaskAnswer, MovedAnswer>().AddScoped<MissingFiles>().AddScoped<ITaskAnswer, MissingFileAnswer>();
        builder.Services.AddOptionsWithValidateOnStart<CloudOptions>().BindConfiguration("CloudRecordings").ValidateDataAnnotations();
        builder.Services.AddScoped<InventoryReader>().AddScoped<InventoryActs>();
        builder.Services.AddScoped<CloudLooks>().AddScoped<CloudRegistration>();
        builder.AddDueWork<CloudWatch>(every: TimeSpan.FromSeconds(15));
        builder.AddDueWork<ColleagueReviews>(every: TimeSpan.FromMinutes(1));
        builder.AddDueWork<TransitWatch>(every: TimeSpan.FromMinutes(1));
        builder.AddDueWork<AgentHost>(every: TimeSpan.FromSeconds(15), everywhere: true);
        return builder;
    }
}
