using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RecordingBot.Tests.Api;

namespace RecordingBot.Tests.Channels;

/// <summary>The chat through its real door, by polling.</summary>
public sealed class WebChatTests(OpenHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chat_WithTheTokenOfASignIn_GreetsAndAnswersInTwoWindows()
    {
        using var one = await OpenAsync();
        using var other = await OpenAsync();

        await SayAsync(one, "hjälp");
        await SayAsync(other, "help");

        var (here, there) = (await HearAsync(one), await HearAsync(other));
        Assert.Equal(here, there);
        Assert.Contains(here, text => text.Contains("Skriv \"spela in\"", StringComparison.Ordinal));
        Assert.Equal(2, here.Count(text => text.Contains("publicera – lägg en inspelning i dess kurs", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Chat_WithoutASignIn_IsClosed()
    {
        using var nobody = house.Anonymous();

        using var answer = await nobody.PostAsync(new Uri("/directline/v3/tokens/generate", UriKind.Relative), null, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Chat_CalledWithoutEndWithOneToken_IsToldToWaitAndOthersAreNot()
    {
        using var endless = Bearing("endless");
        using var other = Bearing("other");
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();

        // Loopback may do a hundred times as much as anyone else.
        await Parallel.ForAsync(
            0,
            12_100,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Ct },
            async (_, ct) => statuses.AddOrUpdate(await RefreshAsync(endless, ct), 1, (_, count) => count + 1)
        );

        Assert.InRange(statuses.GetValueOrDefault(HttpStatusCode.TooManyRequests), 1, 100);
        Assert.Equal(HttpStatusCode.Unauthorized, await RefreshAsync(other, Ct));
    }

    private HttpClient Bearing(string token)
    {
        var client = house.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    private static async Task<HttpStatusCode> RefreshAsync(HttpClient client, CancellationToken ct)
    {
        using var answer = await client.PostAsync(new Uri("/directline/v3/tokens/refresh", UriKind.Relative), null, ct);
        return answer.StatusCode;
    }

    private async Task<HttpClient> OpenAsync()
    {
        using var signedIn = await house.AsAsync("dpo");
        using var ticket = await signedIn.PostAsync(new Uri("/directline/v3/tokens/generate", UriKind.Relative), null, Ct);
        var (token, id) = Read(await OpenHouse.JsonAsync(ticket));
        var window = house.Anonymous();
        window.DefaultRequestHeaders.Authorization = new("Bearer", token);
        window.BaseAddress = new(house.Address, $"/directline/v3/conversations/{id}/");
        using var opened = await window.PostAsync(new Uri("/directline/v3/conversations", UriKind.Relative), null, Ct);
        Assert.True(opened.IsSuccessStatusCode);
        return window;

        static (string? Token, string? Conversation) Read(JsonElement answer) =>
            (answer.GetProperty("token").GetString(), answer.GetProperty("conversationId").GetString());
    }

    private static async Task SayAsync(HttpClient window, string text)
    {
        using var answer = await window.PostAsJsonAsync("activities", new { type = "message", text }, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<List<string>> HearAsync(HttpClient window)
    {
        var set = await window.GetFromJsonAsync<JsonElement>("activities", Ct);
        return
        [
            .. set.GetProperty("activities")
                .EnumerateArray()
                .Where(said => said.GetProperty("type").GetString() == "message")
                .Select(said => said.GetProperty("text").GetString()!),
        ];
    }
}
