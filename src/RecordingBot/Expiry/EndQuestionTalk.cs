using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>"Questions": the data protection officer reads a question about a recording's end, and answers it in words.</summary>
public sealed class EndQuestionTalk(TaskDesk desk) : ITalk
{
    private const string Answer = "officer-answer";
    private static readonly WhichOne Which = new("end-questions", "end-question", "ChooseQuestion", "NoQuestions");

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Person.Has(Role.Dpo) && turn.Text.Is(Words.Questions);

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var open = await Open(turn).OrderBy(task => task.Since).ToListAsync(ct);
        await Which.PutAsync(
            turn,
            open,
            task => new(task.Id.ToString(), RecordingPolicy.LocalizedText.Same(EndQuestionAnswer.Read(task).Topic)),
            only => ShowAsync(turn, only)
        );
    }

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State is { Question: Answer, TaskId: { } id })
        {
            var result = await desk.AnswerAsync(id, new(EndQuestionAnswer.Reply, Reason: turn.Text), turn.Person, ct);
            turn.State.End();
            turn.Say(ActReplies.Of(result, ChatText.Of("QuestionAnswered")));
            return;
        }
        var chosen = Offer.Meant(turn.State.Offers, turn.Text) is { } offer ? Guid.Parse(offer.Value) : Guid.Empty;
        if (await Open(turn).FirstOrDefaultAsync(task => task.Id == chosen, ct) is { } task)
            await ShowAsync(turn, task);
        else
        {
            turn.Say("AnswerNotUnderstood");
            await BeginAsync(turn, ct);
        }
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.TaskId is { } id && await Open(turn).FirstOrDefaultAsync(task => task.Id == id, ct) is { } task)
            await ShowAsync(turn, task);
        else
            await BeginAsync(turn, ct);
    }

    private IQueryable<TaskRow> Open(ChatTurn turn) => desk.Open(turn.Person).Where(task => task.Kind == TaskKind.EndQuestion);

    private Task ShowAsync(ChatTurn turn, TaskRow task)
    {
        var (topic, question, _) = EndQuestionAnswer.Read(task);
        turn.State.End();
        turn.State.Ask(Name, Answer, [], freeText: true);
        turn.State.TaskId = task.Id;
        turn.Say(new ChatText("EndQuestion", [topic, question], []) { Asks = new(Answer) { Input = AnswerInput.Words } });
        return Task.CompletedTask;
    }
}
