using BotConnector.DirectLine;
using BotConnector.Turns;
using Microsoft.Extensions.Options;
using RecordingBot.Channels.TeamChat;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>The chats: the built-in web chat over Direct Line, and Zoom Team Chat where its chatbot is set up. Behind each is the same bot, and one conversation for each person.</summary>
public static class ChatFeature
{
    /// <summary>What the bot is called in every chat.</summary>
    public const string BotName = "RecordingBot";

    public static IHostApplicationBuilder AddChatChannels(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDirectLine(options => (options.BotId, options.BotName) = ("recordingbot", BotName));
        services
            .AddOptions<DirectLineOptions>()
            .Configure<KeyRing, IOptions<SiteOptions>>(
                (options, keys, site) =>
                {
                    options.Key = keys.Derive("directline-tokens");
                    options.IsBehindHttps = site.Value.PublicUrl.Scheme == Uri.UriSchemeHttps;
                }
            );
        services.AddScoped<IDirectLineStore, RegistryDirectLineStore>();
        services.AddScoped<IDirectLineUsers, DirectLineUsers>();
        services.AddScoped<IBot, RecordingChat>();
        services.AddSingleton<ChatWording>();
        services.AddScoped<Messenger>();
        services.AddScoped<Languages>();
        services.AddScoped<TalkBook>();
        services.AddScoped<RecordingLists>();
        services.AddSingleton<MeetingOffers>();
        services.AddScoped<ITalk, UnexplainedTalk>();
        services.AddScoped<ITalk, PublishTalk>();
        services.AddScoped<ITalk, RecordingsTalk>();
        services.AddScoped<ITalk, TasksTalk>();
        services.AddScoped<ITalk, NoticeTalk>();
        services.AddScoped<TeamChatEvents>();
        // Without a chatbot nothing comes in, and nobody's place there is known: then they find nothing due.
        builder.AddDueWork<TeamChatInbox>(every: TimeSpan.FromSeconds(15));
        builder.AddDueWork<TeamChatPost>(every: TimeSpan.FromSeconds(15));
        return builder;
    }

    /// <summary>Maps the chats' doors.</summary>
    public static void MapChatChannels(this IEndpointRouteBuilder app) => app.MapDirectLine().RequireRateLimiting(RateLimits.Chat);
}
