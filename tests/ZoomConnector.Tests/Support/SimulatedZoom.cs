using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZoomConnector.Meetings;
using ZoomConnector.TeamChat;
using ZoomSimulator;

namespace ZoomConnector.Tests.Support;

/// <summary>The simulator on a manual clock, with the connector beside it and hands for its sandbox.</summary>
internal sealed class SimulatedZoom : IAsyncDisposable
{
    private readonly HttpClient sandbox = new();

    private ServiceProvider? services;

    private SimulatedZoom(ZoomServerOptions options)
    {
        Options = options;
        Server = ZoomServer.Build(options);
    }

    public ZoomServerOptions Options { get; }

    public ZoomServer Server { get; private set; }

    public ManualClock Clock => (ManualClock)Options.Clock;

    public ZoomClient Client => services!.Client();

    public ZoomChatbot Chatbot => services!.Chatbot();

    public DirectoryInfo Recordings => new(Options.RecordingsFolder);

    public static async Task<SimulatedZoom> StartAsync(
        Uri? webhooks = null,
        Func<ZoomServerOptions, ZoomServerOptions>? with = null,
        bool skipsWaits = false
    )
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "zoom-data", Guid.NewGuid().ToString("N"));
        var options = new ZoomServerOptions
        {
            DataFolder = folder,
            RecordingsFolder = Path.Combine(folder, "zoom-recordings"),
            Clock = new ManualClock { SkipsWaits = skipsWaits },
            WebhookUrl = webhooks,
        };
        var zoom = new SimulatedZoom(with is null ? options : with(options));
        await zoom.StartAsync();
        return zoom;
    }

    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        Server = ZoomServer.Build(Options);
        await StartAsync();
    }

    public async Task<MeetingId> PlanAsync(string topic = "FYSA12, föreläsning 3", string host = "teacher")
    {
        var answer = await PostAsync(
            "meetings",
            new
            {
                host,
                topic,
                startsAt = Clock.GetUtcNow(),
                minutes = 105,
                courseId = "101",
            }
        );
        return new MeetingId((await JsonOfAsync(answer))["id"]!.GetValue<long>());
    }

    public async Task<MeetingUuid> StartMeetingAsync(MeetingId id) =>
        new((await JsonOfAsync(await PostAsync($"meetings/{id}/start")))["uuid"]!.GetValue<string>());

    public Task<HttpResponseMessage> RecordAsync(MeetingId id, string act, string where = "local") =>
        PostAsync($"meetings/{id}/recording", new { where, @do = act });

    public Task<HttpResponseMessage> PostAsync(string door, object? body = null) =>
        sandbox.PostAsync(Door(door), JsonContent.Create(body ?? new { }), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> DeleteAsync(string door) => sandbox.DeleteAsync(Door(door), TestContext.Current.CancellationToken);

    public async Task<JsonArray> ItemsAsync(string door)
    {
        using var answer = await sandbox.GetAsync(Door(door), TestContext.Current.CancellationToken);
        return (await JsonOfAsync(answer))["items"]!.AsArray();
    }

    public async ValueTask DisposeAsync()
    {
        sandbox.Dispose();
        await services!.DisposeAsync();
        await Server.DisposeAsync();
        Clear(new DirectoryInfo(Options.DataFolder));
    }

    public static async Task<JsonNode> JsonOfAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static void Clear(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
            file.Delete();
        foreach (var inner in folder.EnumerateDirectories())
            Clear(inner);
        folder.Delete();
    }

    private async Task StartAsync()
    {
        await Server.StartAsync(TestContext.Current.CancellationToken);
        if (services is not null)
            await services.DisposeAsync();
        services = ZoomUnderTest.Services(Server.Address, Clock);
    }

    private Uri Door(string door) => new(Server.Address, "/sandbox/" + door);
}
