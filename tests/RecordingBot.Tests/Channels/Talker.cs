using System.Text.Json;
using BotConnector.Activities;
using BotConnector.Cards;
using BotConnector.DirectLine;
using BotConnector.Turns;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Channels;

namespace RecordingBot.Tests.Channels;

/// <summary>A person at the chat: says something and hears what is answered, as over Direct Line.</summary>
public sealed class Talker(BotHouse house, Guid personId)
{
    private readonly string userId = DirectLineUsers.IdOf(personId);

    /// <summary>Everything that was answered to the last thing said, with its buttons left out.</summary>
    public string Heard { get; private set; } = "";

    /// <summary>The question that is asked now, by id.</summary>
    public string? Asked { get; private set; }

    /// <summary>What the buttons under the last message say.</summary>
    public IReadOnlyList<string> Buttons { get; private set; } = [];

    /// <summary>The cards of the last answers, newest last.</summary>
    public IReadOnlyList<JsonElement> Cards { get; private set; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Says something.</summary>
    /// <param name="text">What.</param>
    /// <param name="key">The client's own id for it; null for none.</param>
    public Task<string> SayAsync(string text, string? key = null) => SendAsync(Activity.Message(text), key);

    /// <summary>Presses a button of a card, with what was filled in where it takes that.</summary>
    public Task<string> PressAsync(JsonElement card, string title, string? filledIn = null) =>
        AnswerAsync(Button(card, title) with { Answer = filledIn });

    /// <summary>Fills in a form and sends it.</summary>
    public Task<string> FillInAsync(JsonElement card, string title, IReadOnlyDictionary<string, string> fields) =>
        AnswerAsync(
            Button(card, title) with
            {
                Fields = fields.ToDictionary(
                    field => Fields(card).Select(Id).FirstOrDefault(id => FieldOf(id) == field.Key, field.Key),
                    field => JsonSerializer.SerializeToElement(field.Value, ActivityJson.Options),
                    StringComparer.Ordinal
                ),
            }
        );

    /// <summary>The fields of a card's form.</summary>
    public static IReadOnlyList<JsonElement> Fields(JsonElement card) =>
        [.. card.GetProperty("body").EnumerateArray().Where(element => element.TryGetProperty("id", out _))];

    /// <summary>What a field of a form is for.</summary>
    public static string FieldOf(JsonElement field) => FieldOf(Id(field));

    private static string FieldOf(string id) => id.Split('@')[0];

    private static string Id(JsonElement field) => field.GetProperty("id").GetString()!;

    private static CardAnswer Button(JsonElement card, string title)
    {
        var data = card.GetProperty("body")
            .EnumerateArray()
            .Where(element => element.GetProperty("type").GetString() == "ActionSet")
            .SelectMany(row => row.GetProperty("actions").EnumerateArray())
            .Single(button => button.GetProperty("title").GetString() == title)
            .GetProperty("data");
        return data.Deserialize<CardAnswer>(ActivityJson.Options)!;
    }

    /// <summary>The server writes the words of a card's answer beside it.</summary>
    private Task<string> AnswerAsync(CardAnswer answer) =>
        SendAsync(
            Activity.Message(answer.Words!) with
            {
                Value = JsonSerializer.SerializeToElement(answer, ActivityJson.Options),
            },
            key: null
        );

    private async Task<string> SendAsync(Activity said, string? key)
    {
        var replies = await house.WithAsync(services => TurnAsync(services, said, key));
        Heard = string.Join('\n', replies.Select(reply => reply.Text));
        Asked = replies
            .Select(reply => CardAnswer.Of(reply with { Value = reply.ChannelData })?.Question)
            .LastOrDefault(question => question is not null);
        Buttons = [.. (replies.LastOrDefault()?.SuggestedActions?.Actions ?? []).Select(action => action.Value?.GetString() ?? "")];
        Cards = [.. replies.SelectMany(reply => reply.Attachments ?? []).Select(card => card.Content!.Value)];
        return Heard;
    }

    /// <summary>Answers question after question by their ids, until one comes that has no answer here.</summary>
    public async Task AnswerAsync(IReadOnlyDictionary<string, string> answers)
    {
        for (var left = 60; left > 0 && Asked is { } question && answers.TryGetValue(question, out var answer); left--)
            await SayAsync(answer);
    }

    /// <summary>The whole log of the conversation.</summary>
    public Task<IReadOnlyList<StoredActivity>> LogAsync() =>
        house.WithAsync(async services =>
        {
            var store = services.GetRequiredService<IDirectLineStore>();
            return await store.ReadAfterAsync((await store.ConversationOfAsync(userId, Ct)).Id, 0, 1000, Ct);
        });

    private async Task<List<Activity>> TurnAsync(IServiceProvider services, Activity activity, string? key)
    {
        var store = services.GetRequiredService<IDirectLineStore>();
        var conversation = await store.ConversationOfAsync(userId, Ct);
        var said = activity with
        {
            ChannelId = DirectLineChannel.Id,
            From = new() { Id = userId, Role = "user" },
            Recipient = new() { Id = "bot", Role = "bot" },
            Conversation = new() { Id = conversation.Id },
        };
        var line = await store.AppendAsync(conversation.Id, said, key, isHandled: false, Ct);
        List<Activity> replies = [];
        var turn = new TurnContext(
            line.Activity,
            async (reply, ct) =>
            {
                if (reply.Type == ActivityTypes.Typing)
                    return new ResourceResponse("passing");
                var kept = await store.AppendAsync(conversation.Id, reply, key: null, isHandled: true, ct);
                replies.Add(kept.Activity);
                return new ResourceResponse(kept.Activity.Id!);
            }
        );
        var bot = services.GetRequiredService<IBot>();
        try
        {
            await bot.OnTurnAsync(turn, Ct);
        }
        catch (Exception fault) when (!Ct.IsCancellationRequested)
        {
            await bot.OnTurnErrorAsync(turn, fault, Ct);
        }
        return replies;
    }
}
