using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ZoomConnector.Tests.Support;

/// <summary>A server on loopback that answers each request as a test says, and remembers what came.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private readonly ConcurrentQueue<Received> log = new();

    private readonly Func<HttpContext, Received, Task> answer;

    private ScriptedServer(Func<HttpContext, Received, Task> answer)
    {
        this.answer = answer;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(HandleAsync);
    }

    public Uri Address => new(app.Urls.First());

    public IReadOnlyList<Received> Log => [.. log];

    public static async Task<ScriptedServer> StartAsync(Func<HttpContext, Received, Task> answer)
    {
        var server = new ScriptedServer(answer);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Gives out good tokens, and answers everything else as a test says.</summary>
    public static Task<ScriptedServer> WithTokensAsync(Func<HttpContext, Received, Task> rest) =>
        StartAsync((context, request) => request.Target == "/oauth/token" ? Answers.TokenAsync(context) : rest(context, request));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var request = await Received.OfAsync(context);
        log.Enqueue(request);
        await answer(context, request);
    }
}
