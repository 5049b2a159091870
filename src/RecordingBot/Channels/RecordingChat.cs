using BotConnector.Activities;
using BotConnector.Turns;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>The bot: finds out who speaks and which talk is meant, and says what the talk says. The same behind every chat platform.</summary>
public sealed class RecordingChat(
    People people,
    TalkBook book,
    Languages languages,
    ChatWording wording,
    IEnumerable<ITalk> talks,
    IServiceScopeFactory scopes
) : ActivityHandler
{
    private const int LongestText = 4_000;

    /// <inheritdoc />
    protected override async Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turn, CancellationToken ct)
    {
        if (await PersonAsync(turn, ct) is { } person)
            await turn.SendActivityAsync(wording.Write(Menu.Greeting(person.Language), person.Language), ct);
    }

    /// <inheritdoc />
    protected override async Task OnMessageActivityAsync(ITurnContext turn, CancellationToken ct)
    {
        if (await PersonAsync(turn, ct) is not { } person)
        {
            await turn.SendActivityAsync(wording.Write(ChatText.Of("WhoAreYou"), null), ct);
            return;
        }
        // Another window may have answered meanwhile: then this one is answered from where the talk is now.
        for (var written = false; !written; )
        {
            var (state, version) = await book.ReadAsync(person.Id, ct);
            if (state.AnsweredActivity != turn.Activity.Id)
                await TakeAsync(turn.Activity, person, state, ct);
            written = await book.WriteAsync(person.Id, state, version, ct);
            if (!written)
                continue;
            foreach (var reply in state.Replies)
                await turn.SendActivityAsync(reply, ct);
        }
    }

    /// <inheritdoc />
    public override async Task OnTurnErrorAsync(ITurnContext turn, Exception exception, CancellationToken ct)
    {
        // What the turn had begun must not be saved with this.
        await using var scope = scopes.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<People>().FindAsync(DirectLineUsers.PersonOf(turn.Activity.From?.Id) ?? Guid.Empty, ct);
        await turn.SendActivityAsync(wording.Write(Menu.Failed(FaultName.Of(exception)), person?.Language), ct);
    }

    private async Task TakeAsync(Activity activity, PersonRow person, TalkState state, CancellationToken ct)
    {
        var text = Texts.Bounded(activity.Text ?? "", LongestText);
        var turn = new ChatTurn(person, text, state);
        await languages.ChooseAsync(turn, activity.Locale, ct);
        await RouteAsync(turn, ct);
        state.AnsweredActivity = activity.Id;
        state.Replies = [.. turn.Replies.Select(reply => wording.Write(reply, turn.Language))];
    }

    private async Task RouteAsync(ChatTurn turn, CancellationToken ct)
    {
        var current = talks.FirstOrDefault(talk => talk.Name == turn.State.Talk);
        if (turn.HadPersonalData)
            turn.Say("PersonalData");
        else if (turn.Text.Is(Words.English) || turn.Text.Is(Words.Swedish))
            turn.Say("LanguageChosen");
        else if (turn.Text.Is(Words.Cancel))
        {
            turn.Say(Menu.Cancelled(turn));
            turn.State.End();
            return;
        }
        else if (talks.FirstOrDefault(talk => talk.Opens(turn)) is { } opened)
        {
            await opened.BeginAsync(turn, ct);
            return;
        }
        else if (current is not null)
        {
            await current.AnswerAsync(turn, ct);
            return;
        }
        else
        {
            turn.Say(turn.Text.Is(Words.Help) ? Menu.Help(turn.Language) : Menu.NotUnderstood(turn.Language));
            return;
        }
        if (current is not null)
            await current.RepeatAsync(turn, ct);
    }

    private async Task<PersonRow?> PersonAsync(ITurnContext turn, CancellationToken ct) =>
        DirectLineUsers.PersonOf(turn.Activity.From?.Id) is { } id ? await people.FindAsync(id, ct) : null;
}
