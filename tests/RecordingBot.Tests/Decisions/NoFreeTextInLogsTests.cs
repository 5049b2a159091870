using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CanvasSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RecordingBot.Hosting;
using RecordingBot.Hosting.Campus;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Decisions;

/// <summary>What is typed reaches no log, however much is logged: everything that the real host says at its most talkative is read here.</summary>
public sealed class NoFreeTextInLogsTests : IAsyncLifetime
{
    private const string Said = "zqx-said-by-a-teacher";

    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-logs-").FullName;
    private readonly Listener log = new();
    private CanvasServer canvas = null!;
    private WebApplication bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        canvas = CanvasServer.Build(new() { DataFolder = Path.Combine(folder, "canvas"), Clock = TimeProvider.System });
        await canvas.StartAsync(Ct);
        using (
            new HostHook(services =>
            {
                services.RemoveAll<ILoggerProvider>();
                services.AddSingleton<ILoggerProvider>(log);
            })
        )
        {
            bot = RecordingBotHost.Build([
                "--environment=Campus",
                "--urls=http://127.0.0.1:0",
                $"--data={Path.Combine(folder, "bot")}",
                $"--Canvas:BaseUrl={canvas.Address}",
                "--Zoom:ApiUrl=http://127.0.0.1:9/v2",
                "--Zoom:TokenUrl=http://127.0.0.1:9/oauth/token",
                "--Campus:ControlUrl=http://127.0.0.1:9",
                "--Logging:LogLevel:Default=Trace",
                "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
                "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Trace",
            ]);
        }
        await bot.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.StopAsync(CancellationToken.None);
        await bot.DisposeAsync();
        await canvas.DisposeAsync();
        log.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Scratch.Remove(folder);
    }

    [Fact]
    public async Task Request_DecidedUnreadableOrKept_LeavesNoneOfItsTextsInTheLog()
    {
        using var teacher = await TeacherAsync();
        var meeting = await MeetingAsync();

        Assert.Equal(HttpStatusCode.OK, await PutAsync(teacher, meeting, Talkative()));
        Assert.Equal(
            HttpStatusCode.OK,
            await PutAsync(teacher, meeting, Talkative($"Write to {Said}@campus.example.edu about the derivations."))
        );
        var unreadable = Talkative();
        unreadable["recorder"]!["role"] = Said;
        unreadable["availability"] = new JsonObject { ["kind"] = "until", ["until"] = Said };
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(teacher, meeting, unreadable));
        using var noJson = new StringContent($$"""{ "purpose": "{{Said}}""", System.Text.Encoding.UTF8, "application/json");
        using var refused = await teacher.PostAsync(new Uri("/api/v1/decisions", UriKind.Relative), noJson, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        // The log is listened to: the requests' own lines are there, and the decision was written.
        Assert.Contains(log.Lines, line => line.Contains($"/api/v1/meetings/{meeting}/decision", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("INSERT INTO", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Said, StringComparison.OrdinalIgnoreCase));
    }

    private static JsonObject Talkative(string purpose = $"Students repeat the derivations, {Said}.")
    {
        var request = Requests.Normal();
        request["purpose"] = new JsonObject { ["text"] = purpose };
        request["necessity"]!["justification"] = $"The derivations are long, {Said}.";
        request["participationOptions"]!["reason"] = Said;
        request["deviationReason"] = Said;
        request["legalBasis"]!["reference"] = Said;
        return request;
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient teacher, Guid meeting, JsonObject request)
    {
        using var answer = await teacher.PutAsJsonAsync($"/api/v1/meetings/{meeting}/decision", request, Ct);
        return answer.StatusCode;
    }

    private async Task<HttpClient> TeacherAsync()
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<People>().FindByAccountAsync("teacher", Ct);
        var token = await scope.ServiceProvider.GetRequiredService<SessionBook>().CreateAsync(person!, Ct);
        var client = new HttpClient { BaseAddress = new(bot.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<Guid> MeetingAsync()
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var host = await scope.ServiceProvider.GetRequiredService<People>().FindByAccountAsync("teacher", Ct);
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var now = bot.Services.GetRequiredService<MovableClock>().GetUtcNow();
        var id = Guid.CreateVersion7(now);
        registry.Meetings.Add(
            new()
            {
                Id = id,
                Platform = "zoom",
                Topic = "Logged",
                StartsAt = now.AddDays(1),
                EndsAt = now.AddDays(1).AddHours(2),
                HostPersonId = host!.Id,
                CourseId = "101",
                CreatedAt = now,
            }
        );
        await registry.SaveChangesAsync(Ct);
        return id;
    }

    /// <summary>Keeps every line that is logged, with its exception and its scopes.</summary>
    private sealed class Listener : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
