using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace RecordingBot.Tests.Support;

/// <summary>The bot's HTTP doors, as one of the sample accounts goes through them.</summary>
internal sealed class BotDoors(HttpClient http)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The client itself, of nobody who is signed in.</summary>
    public HttpClient Http => http;

    public Task<Answer> GetAsync(string account, string path) => SendAsync(account, HttpMethod.Get, path, body: null);

    public Task<Answer> PutAsync(string account, string path, object? body = null) => SendAsync(account, HttpMethod.Put, path, body);

    public Task<Answer> PostAsync(string account, string path, object? body = null) => SendAsync(account, HttpMethod.Post, path, body);

    public Task<Answer> DeleteAsync(string account, string path) => SendAsync(account, HttpMethod.Delete, path, body: null);

    /// <summary>A page or text that needs no sign-in.</summary>
    public async Task<Answer> ReadAsync(Uri address) => await Answer.OfAsync(await http.GetAsync(address.PathAndQuery, Ct), Ct);

    private async Task<Answer> SendAsync(string account, HttpMethod method, string path, object? body)
    {
        // Signed in anew each time: a session doesn't outlast a moved clock.
        var session = await Answer.OfAsync(await http.PostAsJsonAsync("/campus/sign-in", new { account }, Ct), Ct);
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.Must().Json.GetProperty("token").GetString());
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await Answer.OfAsync(await http.SendAsync(request, Ct), Ct);
    }
}
