using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CanvasConnector.Tests.Support;

/// <summary>A scripted Canvas with a folder and a storage for uploads, whose answer to each one is the test's matter.</summary>
internal sealed class Storage : IAsyncDisposable
{
    public const string Announce = "POST /api/v1/courses/101/files";
    public const string Send = "POST /upload";
    public const string List = "GET /api/v1/folders/5/files";

    private readonly List<string> folder = [];

    private Storage(ScriptedCanvas canvas) => Canvas = canvas;

    public ScriptedCanvas Canvas { get; }

    /// <summary>The parts of each form that came in whole: a field's name and value, or the file's name and length.</summary>
    public List<(string Name, string Value)> Parts { get; } = [];

    public static async Task<Storage> StartAsync(CancellationToken ct)
    {
        var storage = new Storage(await ScriptedCanvas.StartAsync(ct));
        for (var i = 0; i < 10; i++)
        {
            storage.Canvas.On(Announce, http => ScriptedCanvas.WriteAsync(http, 200, "application/json", storage.Ticket));
            storage.Canvas.On(
                List,
                http => ScriptedCanvas.WriteAsync(http, 200, "application/json", $"[{string.Join(',', storage.folder)}]")
            );
        }
        return storage;
    }

    public CanvasClient Client() => Canvas.Client(options => options.UploadStallTimeout = TimeSpan.FromSeconds(1));

    /// <summary>Takes the whole form and answers then.</summary>
    public Storage Takes(RequestDelegate answer)
    {
        Canvas.Receive(
            Send,
            async http =>
            {
                await TakeAsync(http);
                await answer(http);
            }
        );
        return this;
    }

    /// <summary>Puts a file where lists show it.</summary>
    public void Keep(int id, string name, long size) => folder.Add(File(id, name, size));

    public static string File(int id, string name, long size) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{id}},"folder_id":5,"display_name":"{{name}}","size":{{size}}}""");

    public int Count(string request) => Canvas.Seen.Count(seen => seen.Request == request);

    public ValueTask DisposeAsync() => Canvas.DisposeAsync();

    private string Ticket =>
        $$"""{"upload_url":"{{Canvas.Address}}upload?sig=a%2Fb%20c","upload_params":{"zeta":"1","alpha":"ö","empty":null},"file_param":"bytes"}""";

    private async Task TakeAsync(HttpContext http)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        var boundary = MediaTypeHeaderValue.Parse(http.Request.ContentType!).Boundary.Value!;
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            var part = section.GetContentDispositionHeader()!;
            var value = part.IsFileDisposition()
                ? $"{part.FileName} {section.ContentType} {await LengthAsync(section.Body, http.RequestAborted)}"
                : await new StreamReader(section.Body).ReadToEndAsync(http.RequestAborted);
            Parts.Add((part.Name.Value!, value));
        }
    }

    /// <summary>The number of bytes, each of which is the one that was sent.</summary>
    private static async Task<long> LengthAsync(Stream body, CancellationToken ct)
    {
        var (buffer, length) = (new byte[64 * 1024], 0L);
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; length += read)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] != Pattern.At(length + i))
                    throw new InvalidDataException($"Byte {length + i} is another one.");
            }
        }
        return length;
    }
}
