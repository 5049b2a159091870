using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarks.Chat;

/// <summary>
/// Turns per second over Direct Line, and how long one takes, from what is said being posted until the answer is read: the interview with policy and
/// registry behind it, beside npm <c>botbuilder</c> with <c>offline-directline</c>, which echoes and keeps nothing.
/// </summary>
internal static class ChatBenchmark
{
    private const int Conversations = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    public static async Task<Report> RunAsync(bool alone, CancellationToken ct)
    {
        await Console.Error.WriteLineAsync("starting");
        await using var surroundings = await Surroundings.StartAsync(Conversations, ct);
        await using var bot = Child.Start("RecordingBot", Environment.ProcessPath!, ["bot", .. surroundings.BotSettings(Conversations)]);
        var ours = await InterviewsAsync(bot, ct);

        await using var echo = alone ? null : Child.Node("chat", "bot.mjs");
        await using var directLine = echo is null ? null : Child.Node("chat", "directline.mjs", await echo.HearAsync(ct));
        var theirs = directLine is null ? null : await EchoesAsync(directLine, ct);
        Contestant[] contestants =
        [
            new("RecordingBot, the interview", ours, bot),
            .. theirs is null
                ? Array.Empty<Contestant>()
                : [new("botbuilder 4.23.3 + offline-directline 1.3.1, an echo", theirs, echo!, directLine!)],
        ];

        await Console.Error.WriteLineAsync("warming up");
        foreach (var contestant in contestants)
            await contestant.Load.RunAsync(WarmUp, ct);
        for (var round = 1; round <= Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"round {round} of {Rounds}");
            foreach (var contestant in contestants)
                await contestant.MeasureAsync(Round, ct);
        }
        if (ours.Finished == 0)
            throw new BenchmarkException("No interview came to its end.");
        return Told(contestants);
    }

    private static Report Told(Contestant[] contestants) =>
        new(
            "chat",
            $"Direct Line turns, from posting what is said until the answer is read: {Conversations} conversations at once, {Rounds} rounds"
                + $"{(contestants.Length > 1 ? " by turns" : "")}; {contestants[0].Load.Finished} interviews were walked to their approval.",
            [
                ("turnsPerSecond", "turns/s"),
                ("p50Milliseconds", "p50 ms"),
                ("p99Milliseconds", "p99 ms"),
                ("workMilliseconds", "CPU ms/turn"),
                .. contestants.Length > 1 ? new[] { ("ratio", "ratio") } : [],
            ],
            [
                .. contestants.Select(one =>
                    (
                        one.Name,
                        (IReadOnlyList<double>)
                            [
                                one.TurnsPerSecond,
                                one.Milliseconds.Median(),
                                one.Milliseconds.Quantile(0.99),
                                one.WorkPerTurn,
                                .. contestants.Length > 1 ? new[] { one.TurnsPerSecond / contestants[1].TurnsPerSecond } : [],
                            ]
                    )
                ),
            ]
        );

    private static async Task<Load> InterviewsAsync(Child bot, CancellationToken ct)
    {
        var ready = JsonSerializer.Deserialize<BotProgram.Ready>(await bot.HearAsync(ct))!;
        bot.Unheard();
        List<(Line, ISpeaker)> conversations = [];
        foreach (var session in ready.Tokens)
        {
            using var generated = await PostAsync(Client(session), new(ready.Address, "/directline/v3/tokens/generate"), ct);
            var given = await generated.Content.ReadFromJsonAsync<JsonElement>(ct);
            var http = Client(given.GetProperty("token").GetString());
            using var opened = await PostAsync(http, new(ready.Address, "/directline/v3/conversations"), ct);
            var id = given.GetProperty("conversationId").GetString();
            var line = new Line(http, new(ready.Address, $"/directline/v3/conversations/{id}/activities"), "recordingbot");
            await line.HearAsync(ct); // the greeting
            conversations.Add((line, new Teacher()));
        }
        return new(conversations);
    }

    private static async Task<Load> EchoesAsync(Child directLine, CancellationToken ct)
    {
        var address = new Uri(await directLine.HearAsync(ct));
        directLine.Unheard();
        List<(Line, ISpeaker)> conversations = [];
        while (conversations.Count < Conversations)
        {
            var http = Client(token: null);
            using var opened = await PostAsync(http, new(address, "/directline/conversations"), ct);
            var id = (await opened.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("conversationId").GetString();
            conversations.Add((new(http, new(address, $"/directline/conversations/{id}/activities"), "id"), new Caller()));
        }
        return new(conversations);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, Uri address, CancellationToken ct) =>
        (await http.PostAsync(address, content: null, ct)).EnsureSuccessStatusCode();

    /// <summary>Each conversation has connections of its own, as each browser has.</summary>
    private static HttpClient Client(string? token)
    {
        var http = new HttpClient();
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}
