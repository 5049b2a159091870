using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarks.Chat;

/// <summary>One conversation over Direct Line 3.0, with polling.</summary>
/// <param name="http">Sends, with the conversation's token where it has one.</param>
/// <param name="activities">The address of the conversation's activities.</param>
/// <param name="bot">The bot's id in activities.</param>
internal sealed class Line(HttpClient http, Uri activities, string bot)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromMilliseconds(5);
    private string watermark = "";

    /// <summary>A turn: says something, and reads until the bot's answer is there.</summary>
    /// <returns>The bot's messages, and the time from the first call to the last one's answer.</returns>
    public async Task<(IReadOnlyList<JsonElement> Heard, TimeSpan Took)> SayAsync(string text, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var said = new
        {
            type = "message",
            from = new { id = "teacher" },
            locale = "en",
            text,
        };
        using var posted = await http.PostAsJsonAsync(activities, said, ct);
        if (!posted.IsSuccessStatusCode)
            throw new BenchmarkException($"{activities.AbsolutePath} answered {(int)posted.StatusCode} to \"{text}\".");
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            var heard = await HearAsync(ct);
            if (heard is not [])
                return (heard, Stopwatch.GetElapsedTime(began));
            await Task.Delay(BetweenPolls, ct);
        }
        throw new BenchmarkException($"No answer to \"{text}\".");
    }

    /// <summary>What the bot has said since.</summary>
    public async Task<IReadOnlyList<JsonElement>> HearAsync(CancellationToken ct)
    {
        var set = await http.GetFromJsonAsync<JsonElement>(new Uri($"{activities}?watermark={watermark}"), ct);
        watermark = set.GetProperty("watermark").ToString();
        return
        [
            .. set.GetProperty("activities")
                .EnumerateArray()
                .Where(activity =>
                    activity.GetProperty("type").ValueEquals("message") && activity.GetProperty("from").GetProperty("id").ValueEquals(bot)
                ),
        ];
    }
}
