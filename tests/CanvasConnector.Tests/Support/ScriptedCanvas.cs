using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CanvasConnector.Tests.Support;

/// <summary>Answers as told, one after the other for each method and path, and keeps what was asked.</summary>
internal sealed class ScriptedCanvas : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> script = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> receivers = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private ScriptedCanvas(WebApplication app) => this.app = app;

    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public Uri Address => new(app.Urls.Single());

    public TestClock Clock { get; } = new();

    public static async Task<ScriptedCanvas> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var canvas = new ScriptedCanvas(builder.Build());
        canvas.app.Run(canvas.AnswerAsync);
        await canvas.app.StartAsync(ct);
        return canvas;
    }

    public CanvasClient Client(Action<CanvasOptions>? configure = null)
    {
        var options = new CanvasOptions { BaseUrl = Address, Token = new CanvasToken("secret-token") };
        configure?.Invoke(options);
        return new CanvasClient(options, Clock, dice: () => 0.5);
    }

    public ScriptedCanvas On(string request, RequestDelegate answer)
    {
        script.GetOrAdd(request, _ => new()).Enqueue(answer);
        return this;
    }

    /// <summary>For requests whose body is the answerer's matter: nothing of it has been read.</summary>
    public ScriptedCanvas Receive(string request, RequestDelegate receiver)
    {
        receivers.GetOrAdd(request, _ => new()).Enqueue(receiver);
        return this;
    }

    public ScriptedCanvas On(string request, string json, int status = 200) =>
        On(request, http => WriteAsync(http, status, "application/json; charset=utf-8", json));

    public ScriptedCanvas On(string request, int status, string type, string body) =>
        On(request, http => WriteAsync(http, status, type, body));

    public ScriptedCanvas On(string request, string json, string link) =>
        On(
            request,
            http =>
            {
                http.Response.Headers["Link"] = link;
                return WriteAsync(http, 200, "application/json", json);
            }
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static Task WriteAsync(HttpContext http, int status, string type, string body)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, type);
        return http.Response.WriteAsync(body);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var request = $"{http.Request.Method} {http.Request.Path}";
        if (Next(receivers, request) is { } receiver)
        {
            See(http, request, "");
            await receiver(http);
            return;
        }
        using var body = new StreamReader(http.Request.Body);
        See(http, request, await body.ReadToEndAsync(http.RequestAborted));
        await (Next(script, request) ?? (_ => WriteAsync(http, 501, "text/plain", "not in the script")))(http);
    }

    private void See(HttpContext http, string request, string body) =>
        Seen.Enqueue(new SeenRequest(request, http.Request.QueryString.Value ?? "", http.Request.Headers.Authorization.ToString(), body));

    private static RequestDelegate? Next(ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> script, string request) =>
        script.TryGetValue(request, out var answers) && answers.TryDequeue(out var answer) ? answer : null;
}
