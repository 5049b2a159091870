using RecordingBot.Admin;
using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Hosting.Campus;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Packs;
using RecordingBot.Publication;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>The bot's host: what exists, in which order. <c>Program</c> and Campus both start it from here.</summary>
public static class RecordingBotHost
{
    /// <summary>Builds the host; nothing runs before it is started.</summary>
    public static WebApplication Build(string[] args)
    {
        // Settings files and pages are beside the program, whatever the working directory.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var data = DataFolderOf(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        builder.Services.AddSingleton(data);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddCampus(data); // a clock that can be moved, and a value for every setting; only in Campus
        builder.Services.AddOptionsWithValidateOnStart<SiteOptions>().Bind(builder.Configuration).ValidateDataAnnotations();

        builder.AddScheduler(data); // Quartz: the alarm clock
        builder.AddPacks(); // the institution's rules
        builder.AddRegistry(); // what happened to each recording, and why
        builder.AddSignIn();
        builder.AddChatChannels(); // the built-in web chat
        builder.AddDecisions(); // one decision behind three doors

        builder.AddMeetings().AddLegalBases().AddNotices().AddRecordings(); // the way of a recording, in its order
        builder.AddPublication().AddExpiry().AddDeletion();
        builder.AddAdmin(); // pages, API, OpenAPI
        builder.AddHealth();

        var app = builder.Build();
        app.UseSignIn();
        app.MapZoomWebhooks();
        app.MapChatChannels();
        app.MapApi();
        app.MapAdminPages();
        app.MapHealth();
        app.MapCampus();
        return app;
    }

    private static DataFolder DataFolderOf(WebApplicationBuilder builder)
    {
        var @default = builder.Environment.IsEnvironment(CampusFeature.Environment) ? CampusDefaults.DataFolder : "data";
        return new(Path.GetFullPath(builder.Configuration["data"] ?? @default));
    }
}
