using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Deletion;
using RecordingBot.LegalBases.Interview;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>What leads on from a warning: keep a recording longer, delete it now, or ask the data protection officer.</summary>
public sealed class EndsTalk(
    Sight sight,
    RecordingLists lists,
    ExtensionActs extension,
    DeletionActs deletion,
    EndQuestions questions,
    TimeProvider clock
) : ITalk
{
    private const int Most = 10;
    private const string Until = "keep-until";
    private const string Why = "keep-why";
    private const string Confirm = "delete-now-confirm";
    private const string Question = "officer-question";
    private const string Recording = "recording";
    private const string Day = "day";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly WhichOne Keep = new("ends", "keep-longer", "ChooseToKeep", "NothingEnds");
    private static readonly WhichOne Delete = new("ends", "delete-now", "ChooseToDeleteNow", "NothingToDeleteNow");
    private static readonly WhichOne Ask = new("ends", "ask-officer", "ChooseToAskAbout", "NothingEnds");

    private static readonly WhichOne[] Choices = [Keep, Delete, Ask];

    /// <inheritdoc />
    public string Name => Keep.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => WhichOf(turn) is not null;

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => ChooseAsync(turn, WhichOf(turn)!, null, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        switch (turn.State.Question)
        {
            case Until when SaidDay.Of(turn.Text) is { } day:
                turn.State.Answers[Day] = day.ToString("O");
                Put(turn, Why);
                break;
            case Why when turn.Text.Length > 0:
                await ExtendAsync(turn, ct);
                break;
            case Question when turn.Text.Length > 0:
                await EndAsync(turn, await questions.AskAsync(Of(turn), turn.Text, turn.Person, ct), "OfficerAsked");
                break;
            case Confirm when AnswerReader.YesOrNo(turn.Text) is { } yes:
                await ConfirmedAsync(turn, yes, ct);
                break;
            case { } which when ChoiceOf(which) is not null && Offer.Meant(turn.State.Offers, turn.Text) is { } chosen:
                Take(turn, which, chosen);
                break;
            // Not one of the next to end: looked for by what it is called.
            case { } which when ChoiceOf(which) is { } choice && turn.Text.Length > 2:
                await ChooseAsync(turn, choice, turn.Text, ct);
                break;
            default:
                turn.Say("AnswerNotUnderstood");
                await RepeatAsync(turn, ct);
                break;
        }
    }

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question is { } question and (Until or Why or Confirm or Question))
        {
            Put(turn, question);
            return Task.CompletedTask;
        }
        return ChooseAsync(turn, ChoiceOf(turn.State.Question)!, null, ct);
    }

    private static WhichOne? ChoiceOf(string? question) => Array.Find(Choices, which => which.Question == question);

    private static WhichOne? WhichOf(ChatTurn turn) =>
        turn.Text.Is(Words.KeepLonger) ? Keep
        : turn.Text.Is(Words.DeleteNow) ? Delete
        : turn.Text.Is(Words.AskOfficer) ? Ask
        : null;

    private static Guid Of(ChatTurn turn) => Guid.Parse((string)turn.State.Answers[Recording]!);

    private async Task ChooseAsync(ChatTurn turn, WhichOne which, string? topic, CancellationToken ct)
    {
        var rows = await EndingAsync(turn.Person, own: which == Delete, topic, ct);
        await which.PutAsync(
            turn,
            rows,
            lists.AsOffer,
            only =>
            {
                Take(turn, which.Question, lists.AsOffer(only));
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>The recordings that the person answers for, the next to end first; to delete, those that they recorded.</summary>
    private async Task<List<RecordingRow>> EndingAsync(PersonRow person, bool own, string? topic, CancellationToken ct)
    {
        var rows = (await sight.AnsweredForAsync(person, ct))
            .Where(row => row.State != RecordingState.Expected && row.State != RecordingState.Deleted && row.DeletionAskedAt == null)
            .Where(row => own ? row.RecorderId == person.Id : row.EndsAt != null);
        return await (topic is null ? rows : rows.Called(topic))
            .OrderBy(row => row.EndsAt == null)
            .ThenBy(row => row.EndsAt)
            .Take(Most)
            .ToListAsync(ct);
    }

    private void Take(ChatTurn turn, string which, Offer chosen)
    {
        turn.State.End();
        (turn.State.Answers[Recording], turn.State.Offers) = (chosen.Value, [chosen]);
        Put(
            turn,
            which == Keep.Question ? Until
                : which == Delete.Question ? Confirm
                : Question
        );
    }

    private void Put(ChatTurn turn, string question)
    {
        var chosen = turn.State.Offers[0];
        turn.State.Ask(Name, question, [chosen], freeText: question is Why or Question);
        if (question == Confirm)
            turn.State.AskedAt = clock.GetUtcNow();
        turn.Say(
            question switch
            {
                Until => new ChatText("KeepUntil", [chosen.Title], []) { Asks = new(question) { Input = AnswerInput.Day } },
                Why => new ChatText("KeepWhy", [], []) { Asks = new(question) { Input = AnswerInput.Words } },
                Confirm => new ChatText("ConfirmDelete", [chosen.Title], [new("Yes"), new("No")]) { Asks = new(question) },
                _ => new ChatText("OfficerQuestion", [chosen.Title], []) { Asks = new(question) { Input = AnswerInput.Words } },
            }
        );
    }

    private async Task ExtendAsync(ChatTurn turn, CancellationToken ct)
    {
        var day = DateOnly.ParseExact((string)turn.State.Answers[Day]!, "O");
        var result = await extension.ExtendAsync(Of(turn), day, turn.Text, turn.Person, ct);
        await EndAsync(turn, result, "KeptLonger", day);
    }

    /// <summary>Only a clear yes, given soon, deletes.</summary>
    private async Task ConfirmedAsync(ChatTurn turn, bool yes, CancellationToken ct)
    {
        if (yes && clock.GetUtcNow() - turn.State.AskedAt > Patience)
        {
            turn.Say("ConfirmationTooOld");
            Put(turn, Confirm);
        }
        else if (yes)
            await EndAsync(turn, await deletion.DeleteAsync(Of(turn), turn.Person, ct), "DeletionAsked");
        else
        {
            turn.Say("NotDeleted");
            turn.State.End();
        }
    }

    private static Task EndAsync(ChatTurn turn, ActResult result, string done, params object[] arguments)
    {
        turn.State.End();
        turn.Say(ActReplies.Of(result, ChatText.Of(done, arguments)));
        return Task.CompletedTask;
    }
}
