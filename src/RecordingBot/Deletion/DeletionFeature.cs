using RecordingBot.Channels;
using RecordingBot.Deletion.Guards;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary>Deletion: ordered under an authority, carried out everywhere, read back, receipted.</summary>
public static class DeletionFeature
{
    public static IHostApplicationBuilder AddDeletion(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<DeletionOptions>().BindConfiguration("Canvas");
        builder.Services.AddOptionsWithValidateOnStart<GuardOptions>().BindConfiguration("Guards").ValidateDataAnnotations();
        builder.Services.AddSingleton<ClockWatch>().AddScoped<Clocks>().AddScoped<RemovalGuards>();
        builder.Services.AddScoped<ITaskAnswer, GuardAnswer>().AddScoped<ITaskAnswer, GuardReleaseAnswer>().AddScoped<ITalk, GuardTalk>();
        builder.AddDueWork<GuardWatch>(TimeSpan.FromSeconds(15));
        builder.Services.AddSingleton<ReceiptSigner>();
        builder
            .Services.AddScoped<CanvasCopy>()
            .AddScoped<CanvasRemoval>()
            .AddScoped<CloudRemoval>()
            .AddScoped<ITaskAnswer, CanvasUnclearAnswer>();
        builder.Services.AddScoped<IStep, OrderDeletionStep>().AddScoped<IStep, DeleteCopyStep>();
        builder.Services.AddScoped<IStep, VerifyStep>().AddScoped<IStep, HandOverStep>();
        builder.Services.AddScoped<ITaskAnswer, HandOverAnswer>().AddScoped<ITaskAnswer, RemovedAnswer>();
        return builder;
    }
}
