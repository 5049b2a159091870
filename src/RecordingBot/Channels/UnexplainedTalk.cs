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
    private const string Meeting = "meeting";
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
        if (turn.State.Question == Meeting)
            await PlaceAsync(turn, chosen.Value, ct);
        else
            await GoOnAsync(turn, Guid.Parse(chosen.Value), turn.State.Question![Which.Length..], ct);
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question is not (Confirm or Meeting))
            await ChooseAsync(turn, turn.State.Question![Which.Length..], ct);
        else if (await AskedAboutAsync(turn, ct) is (var task, var recording))
            await GoOnAsync(turn, task, recording, turn.State.Question == Confirm ? "delete" : "justify", ct);
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
                await GoOnAsync(turn, only.Id, answer, ct);
                break;
            default:
                turn.State.End();
                turn.State.Ask(Name, Which + answer, [.. recordings.Select(lists.AsOffer)]);
                turn.Say(Choose.From(answer == "justify" ? "ChooseToJustify" : "ChooseToDelete", turn.State.Offers, "recording"));
                break;
        }
    }

    private async Task GoOnAsync(ChatTurn turn, Guid recordingId, string answer, CancellationToken ct)
    {
        var task = await desk.Open(turn.Person)
            .FirstAsync(task => task.Kind == TaskKind.Unexplained && task.RecordingId == recordingId, ct);
        await GoOnAsync(turn, task, await FindAsync(recordingId, ct), answer, ct);
    }

    private async Task GoOnAsync(ChatTurn turn, TaskRow task, RecordingRow recording, string answer, CancellationToken ct)
    {
        if (answer == "delete")
            AskToConfirm(turn, task, recording);
        // Where it isn't certain which meeting it is of, that is asked first.
        else if (await placement.OfferedAsync(recording, turn.Person, ct) is { Count: > 0 } candidates)
            AskForMeeting(turn, task, candidates);
        else
            await InterviewAsync(turn, recording, ct);
    }

    private void AskForMeeting(ChatTurn turn, TaskRow task, IReadOnlyList<CandidateView> candidates)
    {
        turn.State.End();
        turn.State.Ask(Name, Meeting, [.. candidates.Select(lists.AsOffer), new(None, BothLanguages.Chat["NoneOfThese"])]);
        turn.State.TaskId = task.Id;
        turn.Say(Choose.From("ChooseMeeting", turn.State.Offers, Meeting));
    }

    private async Task PlaceAsync(ChatTurn turn, string chosen, CancellationToken ct)
    {
        if (await AskedAboutAsync(turn, ct) is not (_, { Id: var id } recording))
        {
            turn.State.End();
            turn.Say("NothingUnexplained");
            return;
        }
        if (chosen == None)
        {
            await InterviewAsync(turn, recording, ct);
            return;
        }
        var result = await placement.PlaceAsync(id, Guid.Parse(chosen), turn.Person, ct);
        turn.State.End();
        var placed = await FindAsync(id, ct);
        var isOwn = placed.RecorderId == turn.Person.Id;
        if (result is ActResult.Done && isOwn && placed.Unexplained)
            await InterviewAsync(turn, placed, ct);
        else
            turn.Say(ActReplies.Of(result, ChatText.Of(isOwn ? "RecordingPlacedDecided" : "RecordingPlacedWithHost", placed.Topic)));
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

    /// <summary>The task of the question, and its recording; null once it is answered.</summary>
    private async Task<(TaskRow Task, RecordingRow Recording)?> AskedAboutAsync(ChatTurn turn, CancellationToken ct) =>
        await desk.Open(turn.Person).FirstOrDefaultAsync(task => task.Id == turn.State.TaskId, ct) is { RecordingId: { } id } task
            ? (task, await FindAsync(id, ct))
            : null;
}
