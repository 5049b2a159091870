using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases.Interview;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>The answers to a recording that belongs to no decision: "justify" leads to the interview for its meeting, "delete" asks once more and deletes.</summary>
public sealed class UnexplainedTalk(
    RegistryContext registry,
    TaskDesk desk,
    RecordingLists lists,
    InterviewTalk interview,
    TimeProvider clock
) : ITalk
{
    private const string Which = "which-";
    private const string Confirm = "confirm";

    /// <summary>How long a confirmation is good for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The buttons of the question.</summary>
    public static readonly SuggestedAction[] Answers = [new("Justify"), new("Delete")];

    /// <inheritdoc />
    public string Name => "unexplained";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Justify) || turn.Text.Is(Words.Delete);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) =>
        ChooseAsync(turn, turn.Text.Is(Words.Justify) ? "justify" : "delete", ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question == Confirm)
        {
            await DeleteAsync(turn, ct);
            return;
        }
        if (Offer.Meant(turn.State.Offers, turn.Text) is not { } chosen)
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
            return;
        }
        var recording = await registry.Recordings.AsNoTracking().FirstAsync(row => row.Id == Guid.Parse(chosen.Value), ct);
        await GoOnAsync(turn, recording, turn.State.Question![Which.Length..], ct);
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question != Confirm)
            await ChooseAsync(turn, turn.State.Question![Which.Length..], ct);
        else if (await TaskAsync(turn, ct) is { } task && await RecordingAsync(task, ct) is { } recording)
            AskToConfirm(turn, task, recording);
    }

    private async Task ChooseAsync(ChatTurn turn, string answer, CancellationToken ct)
    {
        var open = desk.Open(turn.Person).Where(task => task.Kind == TaskKind.Unexplained).Select(task => task.RecordingId);
        var recordings = await registry
            .Recordings.AsNoTracking()
            .Where(row => open.Contains(row.Id))
            .OrderBy(row => row.CreatedAt)
            .ToListAsync(ct);
        switch (recordings)
        {
            case []:
                turn.Say("NothingUnexplained");
                break;
            case [var only]:
                await GoOnAsync(turn, only, answer, ct);
                break;
            default:
                turn.State.End();
                turn.State.Ask(Name, Which + answer, [.. recordings.Select(lists.AsOffer)]);
                turn.Say(Choose.From(answer == "justify" ? "ChooseToJustify" : "ChooseToDelete", turn.State.Offers, "recording"));
                break;
        }
    }

    private async Task GoOnAsync(ChatTurn turn, RecordingRow recording, string answer, CancellationToken ct)
    {
        if (answer == "delete")
        {
            var task = await desk.Open(turn.Person)
                .FirstAsync(task => task.Kind == TaskKind.Unexplained && task.RecordingId == recording.Id, ct);
            AskToConfirm(turn, task, recording);
        }
        else if (recording.MeetingId is { } meetingId)
        {
            turn.Say("JustifyByAnswers", recording.Topic);
            await interview.BeginForAsync(turn, meetingId, ct);
        }
        else
        {
            turn.State.End();
            turn.Say("NoMeetingKnown", recording.Topic);
        }
    }

    private void AskToConfirm(ChatTurn turn, TaskRow task, RecordingRow recording)
    {
        turn.State.End();
        turn.State.Ask(Name, Confirm, []);
        (turn.State.TaskId, turn.State.AskedAt) = (task.Id, clock.GetUtcNow());
        turn.Say(new ChatText("ConfirmDelete", [lists.AsOffer(recording).Title], [new("Yes"), new("No")]) { Asks = new(Confirm) });
    }

    /// <summary>Only a clear yes, given soon, deletes.</summary>
    private async Task DeleteAsync(ChatTurn turn, CancellationToken ct)
    {
        if (AnswerReader.YesOrNo(turn.Text) is not { } yes)
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
            return;
        }
        if (yes && clock.GetUtcNow() - turn.State.AskedAt > Patience)
        {
            turn.Say("ConfirmationTooOld");
            await RepeatAsync(turn, ct);
            return;
        }
        if (yes && turn.State.TaskId is { } taskId)
            turn.Say(ActReplies.Of(await desk.AnswerAsync(taskId, new("delete"), turn.Person, ct), ChatText.Of("DeletionAsked")));
        else
            turn.Say("NotDeleted");
        turn.State.End();
    }

    private Task<TaskRow?> TaskAsync(ChatTurn turn, CancellationToken ct) =>
        desk.Open(turn.Person).FirstOrDefaultAsync(task => task.Id == turn.State.TaskId, ct);

    private Task<RecordingRow?> RecordingAsync(TaskRow task, CancellationToken ct) =>
        registry.Recordings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct);
}
