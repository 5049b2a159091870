using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace Benchmarks.Chat;

/// <summary>
/// The product's host in a process of its own, with as many teachers as there are conversations. When ready it says one line of JSON, its address and a
/// session's token for each teacher; it ends with its standard input.
/// </summary>
internal static class BotProgram
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = RecordingBotHost.Build(settings);
        await app.StartAsync(ct);
        var ready = new Ready(new(app.Urls.First()), await TokensAsync(app.Services, ct));
        Console.WriteLine(JsonSerializer.Serialize(ready));
        await Console.In.ReadToEndAsync(ct);
        await app.StopAsync(ct);
        return 0;
    }

    /// <summary>A teacher's account.</summary>
    public static string Account(int teacher) => "teacher-at-work-" + teacher.ToString(CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string>> TokensAsync(IServiceProvider services, CancellationToken ct)
    {
        List<string> tokens = [];
        await using var scope = services.CreateAsyncScope();
        var (people, sessions) = (
            scope.ServiceProvider.GetRequiredService<People>(),
            scope.ServiceProvider.GetRequiredService<SessionBook>()
        );
        while (await people.FindByAccountAsync(Account(tokens.Count), ct) is { } person)
            tokens.Add(await sessions.CreateAsync(person, ct));
        return tokens;
    }

    /// <summary>What it says when it is ready.</summary>
    internal sealed record Ready(Uri Address, IReadOnlyList<string> Tokens);
}
