using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BotConnector.DirectLine;
using BotConnector.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotConnector.Tests.DirectLine;

/// <summary>A host with the Direct Line server on a free port of loopback, and a client's calls to it.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private DirectLineHost(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public ManualClock Clock => (ManualClock)app.Services.GetRequiredService<TimeProvider>();

    public ScriptedBot Bot => (ScriptedBot)app.Services.GetRequiredService<IBot>();

    public IDirectLineStore Store => app.Services.GetRequiredService<IDirectLineStore>();

    public ConversationGates Gates => app.Services.GetRequiredService<ConversationGates>();

    public static async Task<DirectLineHost> StartAsync(Action<DirectLineOptions>? configure = null, IDirectLineStore? store = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new ManualClock());
        builder.Services.AddSingleton<IBot>(new ScriptedBot());
        builder.Services.AddSingleton(store ?? new InMemoryDirectLineStore());
        builder.Services.AddSingleton<IDirectLineUsers, HeaderUsers>();
        builder.Services.AddDirectLine(o =>
        {
            o.Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];
            configure?.Invoke(o);
        });
        var app = builder.Build();
        app.UseWebSockets();
        app.MapDirectLine();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DirectLineHost(app);
    }

    /// <summary>Calls without a proof of who calls unless <paramref name="token"/> or <paramref name="user"/> is given.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> CallAsync(
        string method,
        string path,
        string? token = null,
        object? body = null,
        string? user = null
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/directline/v3/{path}");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (user is not null)
            request.Headers.Add("X-User", user);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    /// <summary>Signs in and starts the conversation.</summary>
    public async Task<(string Conversation, string Token)> StartTalkAsync(string user)
    {
        var (_, generated) = await CallAsync("POST", "tokens/generate", user: user);
        var token = generated.GetProperty("token").GetString()!;
        await CallAsync("POST", "conversations", token, new { locale = "sv-SE" });
        return (generated.GetProperty("conversationId").GetString()!, token);
    }

    /// <summary>The address of a stream that goes on after a watermark.</summary>
    public async Task<string> StreamAsync((string Conversation, string Token) talk, string? watermark = null)
    {
        var (_, answer) = await CallAsync("GET", $"conversations/{talk.Conversation}?watermark={watermark}", talk.Token);
        return answer.GetProperty("streamUrl").GetString()!;
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> SayAsync(
        (string Conversation, string Token) talk,
        string text,
        string? clientActivityId = null
    ) =>
        CallAsync(
            "POST",
            $"conversations/{talk.Conversation}/activities",
            talk.Token,
            new
            {
                type = "message",
                text,
                from = new { id = "someone-else" },
                channelData = new { clientActivityID = clientActivityId },
            }
        );

    /// <summary>What was said, each as "sender: words".</summary>
    public async Task<string[]> HeardAsync((string Conversation, string Token) talk)
    {
        var (_, body) = await CallAsync("GET", $"conversations/{talk.Conversation}/activities", talk.Token);
        return
        [
            .. body.GetProperty("activities")
                .EnumerateArray()
                .Select(a => $"{a.GetProperty("from").GetProperty("id").GetString()}: {a.GetProperty("text").GetString()}"),
        ];
    }

    public async Task<T> WithChannelAsync<T>(Func<DirectLineChannel, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DirectLineChannel>());
    }

    public async Task<T> WithTalkAsync<T>(Func<DirectLineTalk, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DirectLineTalk>());
    }

    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
