using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>"Hold" and "lift hold", for the data protection officer and the archivist: which recording, what for, why, and when it is looked at again.</summary>
public sealed class HoldTalk(Sight sight, RegistryContext registry, RecordingLists lists, HoldActs holds) : ITalk
{
    private const int Most = 10;
    private const string Kind = "hold-kind";
    private const string Why = "hold-why";
    private const string Review = "hold-review";
    private const string Recording = "recording";
    private static readonly WhichOne Hold = new("hold", "hold", "ChooseToHold", "NothingToHold");
    private static readonly WhichOne Lift = new("hold", "lift-hold", "ChooseToLift", "NothingToLift");
    private static readonly Offer[] Kinds = [.. HoldKind.All.Select(kind => new Offer(kind, BothLanguages.Pages["HoldKind_" + kind]))];

    /// <inheritdoc />
    public string Name => Hold.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) =>
        (turn.Person.Has(Role.Dpo) || turn.Person.Has(Role.Archivist)) && (turn.Text.Is(Words.Hold) || turn.Text.Is(Words.LiftHold));

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => ChooseAsync(turn, turn.Text.Is(Words.Hold) ? Hold : Lift, null, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        switch (turn.State.Question)
        {
            case Kind when Offer.Meant(Kinds, turn.Text) is { } kind:
                turn.State.Answers[Kind] = kind.Value;
                Put(turn, Why);
                break;
            case Why when turn.Text.Length > 0:
                turn.State.Answers[Why] = turn.Text;
                Put(turn, Review);
                break;
            case Review when SaidDay.Of(turn.Text) is { } day:
                await HoldAsync(turn, day, ct);
                break;
            case { } which
                when (which == Hold.Question || which == Lift.Question) && Offer.Meant(turn.State.Offers, turn.Text) is { } chosen:
                await TakeAsync(turn, which, chosen, ct);
                break;
            // Not one of the newest: looked for by what it is called.
            case { } which when which == Hold.Question && turn.Text.Length > 2:
                await ChooseAsync(turn, Hold, turn.Text, ct);
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
        if (turn.State.Question is not { } question || question == Hold.Question || question == Lift.Question)
            return ChooseAsync(turn, turn.State.Question == Lift.Question ? Lift : Hold, null, ct);
        Put(turn, question);
        return Task.CompletedTask;
    }

    private async Task ChooseAsync(ChatTurn turn, WhichOne which, string? topic, CancellationToken ct)
    {
        var me = turn.Person.Id;
        var rows = (await sight.HoldableAsync(turn.Person, ct)).Where(row => row.State != RecordingState.Deleted && row.SourceId == null);
        // The hold of somebody who has left is anybody's who may place one.
        var left = registry.People.Where(person => person.LeftAt != null).Select(person => (Guid?)person.Id);
        rows =
            which == Lift
                ? rows.Where(row => row.HeldBy == me || left.Contains(row.HeldBy))
                : rows.Where(row => row.HeldBy == null || row.HeldBy == me);
        if (topic is not null)
            rows = rows.Called(topic);
        var offered = await rows.OrderByDescending(row => row.HeldBy == me)
            .ThenByDescending(row => row.CreatedAt)
            .Take(Most)
            .ToListAsync(ct);
        await which.PutAsync<RecordingRow>(turn, offered, lists.AsOffer, only => TakeAsync(turn, which.Question, lists.AsOffer(only), ct));
    }

    private async Task TakeAsync(ChatTurn turn, string which, Offer chosen, CancellationToken ct)
    {
        turn.State.End();
        if (which == Lift.Question)
        {
            turn.Say(
                ActReplies.Of(await holds.ReleaseAsync(Guid.Parse(chosen.Value), turn.Person, ct), ChatText.Of("HoldLifted", chosen.Title))
            );
            return;
        }
        (turn.State.Answers[Recording], turn.State.Offers) = (chosen.Value, [chosen]);
        Put(turn, Kind);
    }

    private void Put(ChatTurn turn, string question)
    {
        var chosen = turn.State.Offers[0];
        turn.State.Ask(Name, question, [chosen], freeText: question == Why);
        turn.Say(
            question switch
            {
                Kind => new ChatText("HoldWhatFor", [chosen.Title], [.. Kinds.Select(kind => kind.Action())]) { Asks = new(question) },
                Why => new ChatText("HoldWhy", [], []) { Asks = new(question) { Input = AnswerInput.Words } },
                _ => new ChatText("HoldUntil", [], []) { Asks = new(question) { Input = AnswerInput.Day } },
            }
        );
    }

    private async Task HoldAsync(ChatTurn turn, DateOnly day, CancellationToken ct)
    {
        var answers = turn.State.Answers;
        var (id, title) = (Guid.Parse((string)answers[Recording]!), turn.State.Offers[0].Title);
        var result = await holds.HoldAsync(id, (string?)answers[Kind], (string?)answers[Why], day, turn.Person, ct);
        turn.State.End();
        turn.Say(ActReplies.Of(result, ChatText.Of("HoldPlaced", title, day)));
    }
}
