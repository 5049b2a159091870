using System.Text.Json;
using Journey.Faults;

namespace Journey;

/// <summary>A teacher's conversation with the bot in Zoom Team Chat: they write and press, and read what it says.</summary>
internal sealed class TeamChatTalk(Doors doors)
{
    private const string Door = "/team-chat/teacher";

    private int read;

    /// <summary>What the bot said last, with what can be chosen under it.</summary>
    public JsonElement Last { get; private set; }

    /// <summary>Its words.</summary>
    public string Heard => Last.GetProperty("text").GetString()!;

    /// <summary>Writes something, and waits for what is said then.</summary>
    public async Task SayAsync(string text, string expected)
    {
        await doors.ZoomSandboxAsync($"POST {Door}", new { @do = "say", text });
        await UntilHeardAsync(expected);
    }

    /// <summary>Presses the last message's button, or picks from its list, and waits for what is said then.</summary>
    public async Task ChooseAsync(string part, string expected)
    {
        await PressAsync(Last, part);
        await UntilHeardAsync(expected);
    }

    /// <summary>Presses a message's button; nothing need be said to that.</summary>
    public Task PressAsync(JsonElement message, string part) =>
        doors.ZoomSandboxAsync(
            $"POST {Door}",
            new
            {
                @do = "choose",
                text = message
                    .GetProperty("choices")
                    .EnumerateArray()
                    .Select(choice => choice.GetString()!)
                    .First(choice => choice.Contains(part, StringComparison.Ordinal)),
                message = message.GetProperty("id").GetString(),
            }
        );

    /// <summary>Waits until the bot says something new that begins so.</summary>
    public Task UntilHeardAsync(string expected) =>
        doors.UntilAsync(
            $"the bot to say: {expected}",
            async () =>
            {
                var said = await SaidAsync();
                var place = said.FindIndex(read, line => Text(line).StartsWith(expected, StringComparison.Ordinal));
                if (place < 0)
                    return false;
                (read, Last) = (place + 1, said[place]);
                return true;
            }
        );

    /// <summary>How often the bot has said something that begins so.</summary>
    public async Task<int> CountAsync(string beginning) =>
        (await SaidAsync()).Count(line => Text(line).StartsWith(beginning, StringComparison.Ordinal));

    private static string Text(JsonElement line) => line.GetProperty("text").GetString()!;

    private async Task<List<JsonElement>> SaidAsync() =>
        [
            .. (await doors.ZoomSandboxAsync($"GET {Door}"))
                .GetProperty("items")
                .EnumerateArray()
                .Where(line => line.GetProperty("from").GetString() == "bot"),
        ];
}
