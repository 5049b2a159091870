using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CanvasConnector.Courses;
using CanvasSimulator;

namespace CanvasConnector.Tests.Support;

/// <summary>A Canvas of Campus in a folder of its own, on a clock that the test moves.</summary>
internal sealed class Campus : IAsyncDisposable
{
    public static readonly CanvasId<Course> Physics = new("101");
    public static readonly CanvasId<Course> Statistics = new("102");
    public static readonly CanvasId<Course> DataLab = new("103");
    public static readonly CanvasId<Course> Electromagnetism = new("109876543210000001");

    private readonly TemporaryFolder folder = new();
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient http;
    private readonly bool bookmarks;
    private CanvasServer server;

    private Campus(bool bookmarks)
    {
        http = new HttpClient(handler);
        this.bookmarks = bookmarks;
        server = Build();
    }

    public TestClock Clock { get; } = new();

    public Uri Address => server.Address;

    public static async Task<Campus> StartAsync(CancellationToken ct, bool bookmarks = false)
    {
        var campus = new Campus(bookmarks);
        await campus.server.StartAsync(ct);
        return campus;
    }

    public CanvasClient Client(string token = "campus-admin", Action<CanvasOptions>? configure = null)
    {
        var options = new CanvasOptions { BaseUrl = Address, Token = new CanvasToken(token) };
        configure?.Invoke(options);
        return new CanvasClient(options, Clock, dice: () => 0.5);
    }

    public async Task RestartAsync(CancellationToken ct)
    {
        await server.DisposeAsync();
        server = Build();
        await server.StartAsync(ct);
    }

    /// <summary>A call as any HTTP client would make it; fields as a form.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string call,
        CancellationToken ct,
        string? token = "campus-admin",
        params (string Name, string Value)[] fields
    )
    {
        var parts = call.Split(' ', 2);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), new Uri(Address, parts[1]));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (fields.Length > 0)
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.SendAsync(request, ct);
    }

    /// <summary>The same, for calls that must succeed.</summary>
    public async Task<JsonElement> JsonAsync(
        string call,
        CancellationToken ct,
        string? token = "campus-admin",
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await SendAsync(call, ct, token, fields);
        Assert.True(answer.IsSuccessStatusCode, $"{call}: {(int)answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
    }

    /// <summary>Makes the sandbox show another of Canvas's varieties.</summary>
    public Task SettingAsync(string name, string value, CancellationToken ct) =>
        JsonAsync("POST /sandbox/settings", ct, token: null, (name, value));

    public async Task FaultAsync(string fault, CancellationToken ct, int times = 1, string? path = null)
    {
        var body = new
        {
            fault,
            times,
            path,
            method = (string?)null,
        };
        using var answer = await http.PostAsJsonAsync(new Uri(Address, "/sandbox/faults"), body, ct);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
        handler.Dispose();
        folder.Dispose();
    }

    private CanvasServer Build() =>
        CanvasServer.Build(
            new CanvasServerOptions
            {
                DataFolder = folder.Path,
                Clock = Clock,
                BookmarkPages = bookmarks,
            }
        );
}
