using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.Sandbox;
using ZoomSimulator.State;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.TeamChat;

/// <summary>Plays those who turn to the chatbot (facts/zoom.md 4.2). Its buttons stay, and can be pressed as often as somebody likes.</summary>
internal sealed class TeamChatPlay(ZoomTruth truth, EventBodies events, WebhookPump pump, ZoomServerOptions options)
{
    public IResult Act(string account, TeamChatAct act) =>
        truth.Change(state =>
            state.Users.Find(user => user.Account == account) is not { } user ? Refusal.Unreadable("There is no such user.")
            : act.Do == "install" ? Told(state, events.Chatbot("bot_installed", user, []))
            : act.Do == "say" ? Say(state, user, act.Text!)
            : Choose(state, user, act)
        );

    public IResult Lines(string account) =>
        truth.Read(state =>
            state.Users.Find(user => user.Account == account) is not { } user
                ? Refusal.Unreadable("There is no such user.")
                : Results.Ok(
                    new
                    {
                        items = Of(state, user)
                            .Select(line => new
                            {
                                id = line.Id,
                                at = line.At,
                                from = line.ByBot ? "bot" : account,
                                text = line.Text,
                                list = line.IsList,
                                choices = line.Choices.Select(choice => choice.Text),
                            }),
                    }
                )
        );

    private IResult Say(ZoomState state, ZoomUserState user, string text)
    {
        state.TeamChat.Add(new(Guid.NewGuid().ToString("N"), options.Clock.GetUtcNow(), user.Id, ByBot: false, text, IsList: false, []));
        return Told(state, events.Chatbot("bot_notification", user, new() { ["cmd"] = text, ["name"] = user.DisplayName }));
    }

    private IResult Choose(ZoomState state, ZoomUserState user, TeamChatAct act)
    {
        var line = Of(state, user)
            .LastOrDefault(line => (act.Message is null || line.Id == act.Message) && line.Choices.Any(choice => choice.Text == act.Text));
        if (line is null)
            return Refusal.WrongState("There is no message with that to choose.");
        var choice = line.Choices.First(choice => choice.Text == act.Text);
        JsonObject more = new() { ["messageId"] = line.Id, ["original"] = new JsonObject() };
        if (line.IsList)
            more["selectedItems"] = new JsonArray(new JsonObject { ["value"] = choice.Value });
        else
            more["actionItem"] = new JsonObject { ["text"] = choice.Text, ["value"] = choice.Value };
        return Told(state, events.Chatbot(line.IsList ? "interactive_message_select" : "interactive_message_actions", user, more));
    }

    private IResult Told(ZoomState state, Delivery delivery)
    {
        pump.Queue(state, [delivery]);
        return Results.NoContent();
    }

    private static IEnumerable<TeamChatLine> Of(ZoomState state, ZoomUserState user) =>
        state.TeamChat.Where(line => line.UserId == user.Id);
}
