using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace RecordingAgent.Tests.Orders;

/// <summary>An upload address on loopback that writes down what it is sent, and answers as told.</summary>
internal sealed class UploadDouble : IAsyncDisposable
{
    private readonly WebApplication app;

    private UploadDouble(WebApplication app) => this.app = app;

    public Uri Address => new(new Uri(app.Urls.Single()), "/upload?token=opaque");

    public List<(string Name, string? FileName, string? ContentType, byte[] Content)> Parts { get; } = [];

    public List<string> Calls { get; } = [];

    public long? ContentLength { get; private set; }

    public bool HasAuthorization { get; private set; }

    public Func<HttpContext, Task> Answer { get; set; } =
        context =>
        {
            context.Response.StatusCode = 201;
            context.Response.Headers.Location = "https://canvas.campus.example.edu/api/v1/files/7?include[]=x";
            return context.Response.WriteAsync("""{"id":7}""");
        };

    public static async Task<UploadDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var made = new UploadDouble(app);
        app.Run(made.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return made;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Calls.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (context.Request.HasFormContentType)
        {
            ContentLength = context.Request.ContentLength;
            HasAuthorization = context.Request.Headers.ContainsKey("Authorization");
            await ReadAsync(context.Request);
        }
        await Answer(context);
    }

    private async Task ReadAsync(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.Parse(request.ContentType).Boundary.Value!;
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
            Parts.Add((disposition.Name.Value!.Trim('"'), disposition.FileName.Value?.Trim('"'), section.ContentType, content.ToArray()));
        }
    }
}
