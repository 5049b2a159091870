using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.LegalBases.Interview;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>The answers to a withdrawn consent in the chat: "part removed" and "delete recording"; several recordings are chosen from, and deleting is asked once more.</summary>
public sealed class WithdrawalTalk(RegistryContext registry, TaskDesk desk, RecordingLists lists, TimeProvider clock) : ITalk
{
    private const string Which = "withdrawn-";
    private const string Confirm = "withdrawn-confirm";
    private static readonly string[] Removed = ["part removed", "delen är borttagen"];
    private static readonly string[] Delete = ["delete recording", "radera inspelningen"];

    /// <summary>How long a confirmation is good for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The buttons of the question.</summary>
    public static readonly SuggestedAction[] Buttons = [new("PartRemoved"), new("DeleteRecording")];

    /// <inheritdoc />
    public string Name => "withdrawal";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Removed) || turn.Text.Is(Delete);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => ChooseAsync(turn, turn.Text.Is(Removed) ? "redacted" : "delete", ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question == Confirm)
            await ConfirmedAsync(turn, ct);
        else if (Offer.Meant(turn.State.Offers, turn.Text) is { } chosen)
            await GoOnAsync(turn, await Open(turn).FirstOrDefaultAsync(task => task.Id == Guid.Parse(chosen.Value), ct), Answer(turn), ct);
        else
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
        }
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question != Confirm)
            await ChooseAsync(turn, Answer(turn), ct);
        else if (turn.State.TaskId is { } id && await Open(turn).FirstOrDefaultAsync(row => row.Id == id, ct) is { } task)
            await AskToConfirmAsync(turn, task, ct);
    }

    private static string Answer(ChatTurn turn) => turn.State.Question![Which.Length..];

    private IQueryable<TaskRow> Open(ChatTurn turn) =>
        desk.Open(turn.Person).Where(task => task.Kind == TaskKind.Withdrawal && task.PersonId == turn.Person.Id);

    private async Task ChooseAsync(ChatTurn turn, string answer, CancellationToken ct)
    {
        var tasks = await Open(turn).OrderBy(task => task.Since).ToListAsync(ct);
        if (tasks.Count <= 1)
        {
            await GoOnAsync(turn, tasks.SingleOrDefault(), answer, ct);
            return;
        }
        var offers = new List<Offer>();
        foreach (var task in tasks)
            offers.Add(new(task.Id.ToString(), (await TitleAsync(task, ct)).Title));
        turn.State.End();
        turn.State.Ask(Name, Which + answer, offers);
        turn.Say(Choose.From("ChooseWithdrawn", offers, "recording"));
    }

    private async Task GoOnAsync(ChatTurn turn, TaskRow? task, string answer, CancellationToken ct)
    {
        turn.State.End();
        if (task is null)
            turn.Say("NothingWithdrawn");
        else if (answer == "delete")
            await AskToConfirmAsync(turn, task, ct);
        else
            turn.Say(ActReplies.Of(await desk.AnswerAsync(task.Id, new(answer), turn.Person, ct), ChatText.Of("WithdrawalSettled")));
    }

    private async Task AskToConfirmAsync(ChatTurn turn, TaskRow task, CancellationToken ct)
    {
        var title = (await TitleAsync(task, ct)).Title;
        turn.State.End();
        turn.State.Ask(Name, Confirm, []);
        (turn.State.TaskId, turn.State.AskedAt) = (task.Id, clock.GetUtcNow());
        turn.Say(new ChatText("ConfirmDelete", [title], [new("Yes"), new("No")]) { Asks = new(Confirm) });
    }

    /// <summary>Only a clear yes, given soon, deletes.</summary>
    private async Task ConfirmedAsync(ChatTurn turn, CancellationToken ct)
    {
        var yes = AnswerReader.YesOrNo(turn.Text);
        if (yes is null || (yes is true && clock.GetUtcNow() - turn.State.AskedAt > Patience))
        {
            turn.Say(yes is null ? "AnswerNotUnderstood" : "ConfirmationTooOld");
            await RepeatAsync(turn, ct);
            return;
        }
        if (yes is true && turn.State.TaskId is { } taskId)
            turn.Say(ActReplies.Of(await desk.AnswerAsync(taskId, new("delete"), turn.Person, ct), ChatText.Of("DeletionAsked")));
        else
            turn.Say("WithdrawalOpen");
        turn.State.End();
    }

    private async Task<Offer> TitleAsync(TaskRow task, CancellationToken ct) =>
        lists.AsOffer(await registry.Recordings.AsNoTracking().FirstAsync(row => row.Id == task.RecordingId, ct));
}
