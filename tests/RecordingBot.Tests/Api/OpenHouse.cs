using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CanvasSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Hosting.Campus;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

[assembly: AssemblyFixture(typeof(RecordingBot.Tests.Api.OpenHouse))]

namespace RecordingBot.Tests.Api;

/// <summary>The real host with its doors open, beside a Canvas; Zoom and the campus's control stay silent. Shared by the tests, each of which brings recordings of its own.</summary>
public sealed class OpenHouse : IAsyncLifetime
{
    /// <summary>A token that the settings know as a service with role course-admin.</summary>
    public const string ServiceToken = "service-token-of-the-tests";

    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-doors-").FullName;
    private CanvasServer canvas = null!;

    public WebApplication App { get; private set; } = null!;

    public MovableClock Clock => App.Services.GetRequiredService<MovableClock>();

    public Uri Address => new(App.Urls.First());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        canvas = CanvasServer.Build(new() { DataFolder = Path.Combine(folder, "canvas"), Clock = TimeProvider.System });
        await canvas.StartAsync(CancellationToken.None);
        App = RecordingBotHost.Build([
            "--environment",
            "Campus",
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            Path.Combine(folder, "bot"),
            "--Canvas:BaseUrl",
            canvas.Address.ToString(),
            "--Zoom:ApiUrl",
            "http://127.0.0.1:9/v2",
            "--Zoom:TokenUrl",
            "http://127.0.0.1:9/oauth/token",
            "--Campus:ControlUrl",
            "http://127.0.0.1:9",
            "--Api:Tokens:0:Hash",
            KeyRing.Hash(ServiceToken),
            "--Api:Tokens:0:Role",
            Role.CourseAdmin,
            "--Logging:LogLevel:Default",
            "None",
        ]);
        await App.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        await canvas.DisposeAsync();
    }

    /// <summary>Somebody who isn't signed in.</summary>
    public HttpClient Anonymous() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A sample account, signed in by a token.</summary>
    public async Task<HttpClient> AsAsync(string account)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync(account));
        return client;
    }

    /// <summary>A sample account at a browser: with its cookie, asking for pages.</summary>
    public async Task<HttpClient> AtBrowserAsync(string account, string language = "en")
    {
        var client = Browser(language);
        client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={await TokenAsync(account)}");
        return client;
    }

    /// <summary>A browser of somebody who isn't signed in.</summary>
    public HttpClient Browser(string language = "en")
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>A fresh session of a sample account.</summary>
    public Task<string> TokenAsync(string account) =>
        WithAsync(async services =>
        {
            var person = await services.GetRequiredService<People>().FindByAccountAsync(account, Ct);
            return await services.GetRequiredService<SessionBook>().CreateAsync(person!, Ct);
        });

    /// <summary>A sample account's person.</summary>
    public async Task<PersonRow> PersonAsync(string account) =>
        (await WithAsync(services => services.GetRequiredService<People>().FindByAccountAsync(account, Ct)))!;

    /// <summary>Does something with services of one unit of work.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>Reads or writes the registry.</summary>
    public Task<T> RegistryAsync<T>(Func<RegistryContext, Task<T>> act) =>
        WithAsync(services => act(services.GetRequiredService<RegistryContext>()));

    /// <summary>A recording of the teacher's, in some state.</summary>
    public async Task<Guid> RecordedAsync(RecordingState state, DateTimeOffset recordedAt, string? course = Sample.Course)
    {
        var teacher = await PersonAsync("teacher");
        return (await RegistryAsync(registry => Sample.RecordAsync(registry, teacher, state, recordedAt, course: course))).Id;
    }

    /// <summary>A recording as the API tells of it.</summary>
    public static async Task<JsonElement> ReadRecordingAsync(HttpClient client, Guid recording)
    {
        using var answer = await client.GetAsync($"/api/v1/recordings/{recording}", Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await JsonAsync(answer);
    }

    /// <summary>An answer's JSON.</summary>
    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
}
