using System.Net.Http.Headers;
using CanvasConnector.Files;

namespace CanvasConnector.Tests.Support;

/// <summary>Step 2 of an upload, as the agent on the teacher's computer does it.</summary>
internal static class UploadPoster
{
    public static async Task<UploadAnswer> PostAsync(
        UploadTicket ticket,
        byte[] bytes,
        CancellationToken ct,
        bool fileFirst = false,
        string? token = null
    )
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using var body = new MultipartFormDataContent();
        if (fileFirst)
            AddFile(body, ticket, bytes);
        foreach (var field in ticket.Params)
            body.Add(new StringContent(field.Value), $"\"{field.Name}\"");
        if (!fileFirst)
            AddFile(body, ticket, bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, ticket.UploadUrl) { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, ct);
        var location = answer.Headers.Location?.OriginalString;
        return new UploadAnswer((int)answer.StatusCode, location, await answer.Content.ReadAsStringAsync(ct));
    }

    private static void AddFile(MultipartFormDataContent body, UploadTicket ticket, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{ticket.FileParam}\"",
            FileName = "\"recording.mp4\"",
        };
        body.Add(file);
    }
}
