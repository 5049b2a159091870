using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Canvas;

/// <summary>The three steps of an upload, of which the second reads what comes and keeps nothing: the contestants' time is their own.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private long announced;

    private UploadServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<UploadServer> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var server = new UploadServer(builder.Build());
        server.app.MapGet("/api/v1/folders/5/files", () => Results.Content("[]", "application/json"));
        server.app.MapPost("/api/v1/courses/101/files", (Delegate)server.AnnounceAsync);
        server.app.MapPost("/upload", server.TakeAsync);
        server.app.MapGet("/api/v1/files/7", () => Results.Content(server.Shown(), "application/json"));
        await server.app.StartAsync(ct);
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AnnounceAsync(HttpContext http)
    {
        var size = http.Request.HasFormContentType
            ? (await http.Request.ReadFormAsync(http.RequestAborted))["size"].ToString()
            : (await http.Request.ReadFromJsonAsync<Dictionary<string, string>>(http.RequestAborted))!["size"];
        announced = long.Parse(size, CultureInfo.InvariantCulture);
        return Results.Content(
            $$$"""{"upload_url":"{{{Address}}}upload","upload_params":{"key":"account_1/attachments/7","token":"opaque"},"file_param":"file"}""",
            "application/json"
        );
    }

    private async Task TakeAsync(HttpContext http)
    {
        var taken = 0L;
        for (var isEnd = false; !isEnd; )
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            (taken, isEnd) = (taken + read.Buffer.Length, read.IsCompleted);
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        }
        // The form around the file is small.
        var isWhole = taken > announced && taken < announced + 4096;
        http.Response.StatusCode = isWhole ? 201 : 400;
        http.Response.Headers.Location = $"{Address}api/v1/files/7";
    }

    private string Shown() =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"id":7,"folder_id":5,"display_name":"benchmark.mp4","size":{{announced}}}""");
}
