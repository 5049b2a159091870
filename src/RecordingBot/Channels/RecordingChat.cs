using System.Collections.ObjectModel;
using BotConnector.Activities;
using BotConnector.Cards;
using BotConnector.Turns;
using RecordingBot.LegalBases.Interview;
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
    private static readonly ReadOnlyDictionary<string, string> Nothing = ReadOnlyDictionary<string, string>.Empty;

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
        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, ct);
        // Another window may have answered meanwhile: then this one is answered from where the talk is now.
        for (var written = false; !written; )
        {
            var (state, version) = await book.ReadAsync(person.Id, ct);
            if (state.AnsweredActivity != turn.Activity.Id)
                await TakeAsync(turn.Activity, person, state, ct);
            written = await book.WriteAsync(person.Id, state, version, () => SayAsync(turn, state.Replies, ct), ct);
        }
    }

    private static async Task SayAsync(ITurnContext turn, IReadOnlyList<Activity> replies, CancellationToken ct)
    {
        foreach (var reply in replies)
            await turn.SendActivityAsync(reply, ct);
    }

    /// <inheritdoc />
    public override async Task OnTurnErrorAsync(ITurnContext turn, Exception exception, CancellationToken ct)
    {
        // What the turn had begun must not be saved with this.
        await using var scope = scopes.CreateAsyncScope();
        var person = await scope
            .ServiceProvider.GetRequiredService<People>()
            .FindAsync(DirectLineUsers.PersonOf(turn.Activity.From?.Id) ?? Guid.Empty, ct);
        await turn.SendActivityAsync(wording.Write(Menu.Failed(FaultName.Of(exception)), person?.Language), ct);
    }

    private async Task TakeAsync(Activity activity, PersonRow person, TalkState state, CancellationToken ct)
    {
        var answer = CardAnswer.Of(activity);
        var turn = new ChatTurn(person, (activity.Text ?? "").Trim().Normalize(), state)
        {
            Form = answer is null ? Nothing : QuestionCard.Filled(answer),
        };
        await languages.ChooseAsync(turn, activity.Locale, ct);
        if (answer is null || await IsInTimeAsync(answer, turn, ct))
            await RouteAsync(turn, ct);
        if (state.TakeUp())
        {
            turn.Say("Resumed");
            await RepeatAsync(turn, ct);
        }
        state.AnsweredActivity = activity.Id;
        state.Replies = [.. turn.Replies.Select(reply => wording.Write(reply, turn.Language, state.Asked))];
    }

    /// <summary>
    /// Whether a card answers what is asked now. Cards stay enabled: a button may be pressed twice, which says nothing new, or when its question
    /// was settled long ago.
    /// </summary>
    private async Task<bool> IsInTimeAsync(CardAnswer answer, ChatTurn turn, CancellationToken ct)
    {
        var state = turn.State;
        if (answer.Asked is not null && answer.Asked == state.AnsweredAsking && turn.Text == state.AnsweredWords)
            return false;
        (state.AnsweredAsking, state.AnsweredWords) = (answer.Asked, turn.Text);
        if (answer.Question is null || answer.Question == state.Question)
            return true;
        turn.Say(state.Talk is null ? Menu.Settled(turn.Language) : ChatText.Of("CardSettled"));
        await RepeatAsync(turn, ct);
        return false;
    }

    private Task RouteAsync(ChatTurn turn, CancellationToken ct)
    {
        if (Remark(turn) is { } remark)
        {
            turn.Say(remark);
            return RepeatAsync(turn, ct);
        }
        // What stands in a form's fields is an answer, never a command.
        if (turn.Form.Count > 0 && Current(turn) is { } asking)
            return asking.AnswerAsync(turn, ct);
        if (turn.Text.Is(Words.Cancel))
        {
            turn.Say(Menu.Cancelled(turn));
            turn.State.End();
            return Task.CompletedTask;
        }
        if (talks.FirstOrDefault(talk => talk.Opens(turn)) is { } opened)
        {
            if (turn.State.Talk == InterviewTalk.Interview && opened.Name != turn.State.Talk)
                turn.State.PutAside();
            return opened.BeginAsync(turn, ct);
        }
        if (Current(turn) is { } current)
            return current.AnswerAsync(turn, ct);
        turn.Say(Menu.NotUnderstood(turn.Language));
        return Task.CompletedTask;
    }

    /// <summary>What is said to anyone in any talk, which then goes on as it was; null where a talk has the word.</summary>
    private static ChatText? Remark(ChatTurn turn) =>
        turn.HadPersonalData ? ChatText.Of("PersonalData")
        : turn.Text.Length > LongestText ? ChatText.Of("TooLong", LongestText)
        : turn.Text.Is(Words.English) || turn.Text.Is(Words.Swedish) ? ChatText.Of("LanguageChosen")
        : turn.Text.Is(Words.Language) ? Menu.WhichLanguage()
        : turn.Text.Is(Words.Help) && turn.State.Talk != InterviewTalk.Interview ? Menu.Help(turn.Language)
        : null;

    private ITalk? Current(ChatTurn turn) => talks.FirstOrDefault(talk => talk.Name == turn.State.Talk);

    private Task RepeatAsync(ChatTurn turn, CancellationToken ct) => Current(turn)?.RepeatAsync(turn, ct) ?? Task.CompletedTask;

    private async Task<PersonRow?> PersonAsync(ITurnContext turn, CancellationToken ct) =>
        DirectLineUsers.PersonOf(turn.Activity.From?.Id) is { } id ? await people.FindAsync(id, ct) : null;
}
