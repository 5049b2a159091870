using System.Net.Http.Headers;
using System.Text;

namespace RecordingAgent.Orders;

/// <summary>
/// Sends a file as a form to the address in an order, and to no other: no redirect is followed, no proxy asked, no cookie or token sent.
/// The fields go first, in their order, and the file last (facts/canvas 5.1).
/// </summary>
internal sealed class Uploader(TimeSpan stall) : IDisposable
{
    private const int MaxAnswer = 64 * 1024;

    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan, // a large file takes long; standing still is what ends it
    };

    /// <summary>The answer; null if there was none, or the sending stood still for too long.</summary>
    public async Task<UploadAnswer?> SendAsync(UploadTarget target, FileStream file, Func<long, Task> progress, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(stall);
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = Form(
                target,
                new SendingContent(
                    file,
                    file.Length,
                    sent =>
                    {
                        patience.CancelAfter(stall);
                        return progress(sent);
                    }
                )
            ),
        };
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return new UploadAnswer(
                (int)answer.StatusCode,
                answer.Headers.TryGetValues("Location", out var location) ? location.First() : null,
                await ReadTextAsync(answer.Content, patience.Token)
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    private static MultipartFormDataContent Form(UploadTarget target, SendingContent file)
    {
        var boundary = "recording-" + Guid.NewGuid().ToString("N");
        var form = new MultipartFormDataContent(boundary);
        // Without the quotes that .NET puts round it, which not every server takes off.
        form.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", boundary) } };
        foreach (var (name, value) in target.Params)
        {
            var field = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            field.Headers.ContentDisposition = new("form-data") { Name = $"\"{name}\"" };
            form.Add(field);
        }
        file.Headers.ContentDisposition = new("form-data") { Name = $"\"{target.FileParam}\"", FileName = $"\"{target.FileName}\"" };
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(target.ContentType);
        form.Add(file);
        return form;
    }

    private static async Task<string> ReadTextAsync(HttpContent content, CancellationToken ct)
    {
        await using var body = await content.ReadAsStreamAsync(ct);
        var text = new byte[MaxAnswer];
        var length = await body.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(text, 0, length);
    }
}
