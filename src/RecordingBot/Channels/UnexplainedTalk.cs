using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
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
    PlacementActs placement,
    TimeProvider clock
) : ITalk
{
    private const string Which = "which-";
    private const string Confirm = "confirm";
    private const string Meeting = "meeting-";
    private const string None = "none";

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
        if (AskedMeetingOf(turn) is { } asked)
        {
            await PlaceAsync(turn, asked, chosen.Value, ct);
            return;
        }
        await GoOnAsync(turn, await FindAsync(Guid.Parse(chosen.Value), ct), turn.State.Question![Which.Length..], ct);
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (AskedMeetingOf(turn) is { } asked)
            await JustifyAsync(turn, await FindAsync(asked, ct), ct);
        else if (turn.State.Question != Confirm)
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
        else
            await JustifyAsync(turn, recording, ct);
    }

    /// <summary>Where it isn't certain which meeting it is of, that is asked first.</summary>
    private async Task JustifyAsync(ChatTurn turn, RecordingRow recording, CancellationToken ct)
    {
        var candidates = await placement.OfferedAsync(recording, turn.Person, ct);
        if (candidates.Count == 0)
        {
            await InterviewAsync(turn, recording, ct);
            return;
        }
        turn.State.End();
        turn.State.Ask(Name, Meeting + recording.Id, [.. candidates.Select(lists.AsOffer), new(None, BothLanguages.Chat["NoneOfThese"])]);
        turn.Say(Choose.From("ChooseMeeting", turn.State.Offers, "meeting"));
    }

    private async Task PlaceAsync(ChatTurn turn, Guid id, string chosen, CancellationToken ct)
    {
        if (chosen == None)
        {
            await InterviewAsync(turn, await FindAsync(id, ct), ct);
            return;
        }
        var result = await placement.PlaceAsync(id, Guid.Parse(chosen), turn.Person, ct);
        turn.State.End();
        var recording = await FindAsync(id, ct);
        if (result is ActResult.Done && recording.Unexplained)
            await InterviewAsync(turn, recording, ct);
        else
            turn.Say(ActReplies.Of(result, ChatText.Of("RecordingPlacedDecided", recording.Topic)));
    }

    private async Task InterviewAsync(ChatTurn turn, RecordingRow recording, CancellationToken ct)
    {
        if (recording.MeetingId is { } meetingId)
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

    /// <summary>The recording whose meeting was asked for; null where something else was.</summary>
    private static Guid? AskedMeetingOf(ChatTurn turn) =>
        turn.State.Question is { } question && question.StartsWith(Meeting, StringComparison.Ordinal)
            ? Guid.Parse(question[Meeting.Length..])
            : null;

    private Task<RecordingRow> FindAsync(Guid id, CancellationToken ct) =>
        registry.Recordings.AsNoTracking().FirstAsync(row => row.Id == id, ct);

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
