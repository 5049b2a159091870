using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.LegalBases;

/// <summary>"Referrals": the data protection officer reads one whole and answers it: approve, approve with conditions, or decline, with a reference.</summary>
public sealed class ReferralTalk(RegistryContext registry, TaskDesk desk, ReferralReader reader) : ITalk
{
    private const string Which = "referral";
    private const string Answer = "referral-answer";
    private const string Why = "referral-why";
    private const string Reference = "referral-reference";
    private const string Said = "answer";
    private const string Text = "text";

    private static readonly Offer[] Answers =
    [
        new(ReferralAnswer.Approve, BothLanguages.Pages["Answer_approve"]),
        new(ReferralAnswer.ApproveWithConditions, BothLanguages.Pages["Answer_approve-with-conditions"]),
        new(ReferralAnswer.Decline, BothLanguages.Pages["Answer_decline"]),
    ];

    /// <inheritdoc />
    public string Name => "referrals";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Person.Has(Role.Dpo) && turn.Text.Is(Words.Referrals);

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        turn.State.End();
        var open = await Open(turn).OrderBy(task => task.Id).ToListAsync(ct);
        if (open.Count == 0)
        {
            turn.Say("NoReferrals");
            return;
        }
        if (open is [var only])
        {
            await ShowAsync(turn, only, ct);
            return;
        }
        var ids = open.Select(task => task.MeetingId).ToList();
        var topics = await registry.Meetings.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Topic, ct);
        turn.State.Ask(
            Name,
            Which,
            [
                .. open.Select(task => new Offer(
                    task.Id.ToString(),
                    LocalizedText.Same(topics.GetValueOrDefault(task.MeetingId ?? Guid.Empty, "–"))
                )),
            ]
        );
        turn.Say(Choose.From("ChooseReferral", turn.State.Offers, Which));
    }

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        switch (turn.State.Question)
        {
            case Why or Reference when turn.Text.Length > 0:
                await TakeWordsAsync(turn, ct);
                break;
            case Which when Offer.Meant(turn.State.Offers, turn.Text) is { } chosen:
                var id = Guid.Parse(chosen.Value);
                if (await Open(turn).FirstOrDefaultAsync(row => row.Id == id, ct) is { } task)
                    await ShowAsync(turn, task, ct);
                else
                    await BeginAsync(turn, ct);
                break;
            case Answer when Offer.Meant(Answers, turn.Text) is { } meant:
                turn.State.Answers[Said] = meant.Value;
                Ask(turn, meant.Value == ReferralAnswer.Approve ? Reference : Why);
                break;
            default:
                turn.Say("AnswerNotUnderstood");
                await RepeatAsync(turn, ct);
                break;
        }
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question is Why or Reference)
            Ask(turn, turn.State.Question);
        else if (turn.State.TaskId is { } id && await Open(turn).FirstOrDefaultAsync(row => row.Id == id, ct) is { } task)
            await ShowAsync(turn, task, ct);
        else
            await BeginAsync(turn, ct);
    }

    private IQueryable<TaskRow> Open(ChatTurn turn) => desk.Open(turn.Person).Where(task => task.Kind == TaskKind.Referral);

    private async Task ShowAsync(ChatTurn turn, TaskRow task, CancellationToken ct)
    {
        turn.State.End();
        if (await reader.ReadAsync(task.MeetingId, ct) is not { } referral)
        {
            turn.Say("NoReferrals");
            return;
        }
        var topic = (await registry.Meetings.AsNoTracking().FirstAsync(row => row.Id == task.MeetingId, ct)).Topic;
        turn.State.Ask(Name, Answer, []);
        turn.State.TaskId = task.Id;
        var facts = referral.Facts.Select(fact => BothLanguages.Chat.Say("ReviewLine", fact.Name, fact.Words));
        var rules = referral.Rules.Select(rule =>
            BothLanguages.Chat.Say("RuleAtStake", LocalizedText.Same(rule.Id), rule.Message, LocalizedText.Same(rule.Source))
        );
        turn.Say(
            new ChatText(
                "Referral",
                [topic, TextLists.Bulleted(facts), TextLists.Bulleted(rules)],
                [.. Answers.Select(answer => answer.Action())]
            )
            {
                Asks = new(Answer),
            }
        );
    }

    private void Ask(ChatTurn turn, string question)
    {
        var (task, answers) = (turn.State.TaskId, turn.State.Answers);
        turn.State.Ask(Name, question, [], freeText: true);
        (turn.State.TaskId, turn.State.Answers) = (task, answers);
        var declines = (string?)answers[Said] == ReferralAnswer.Decline;
        var key =
            question == Reference ? "AskReference"
            : declines ? "AskDeclineReason"
            : "AskConditions";
        turn.Say(
            new ChatText(key, [], question == Reference ? [new("NoReference")] : []) { Asks = new(question) { Input = AnswerInput.Words } }
        );
    }

    private async Task TakeWordsAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question == Why)
        {
            turn.State.Answers[Text] = turn.Text;
            Ask(turn, Reference);
            return;
        }
        var (said, text) = ((string)turn.State.Answers[Said]!, (string?)turn.State.Answers[Text]);
        var reference = IsNone(turn.Text) ? null : turn.Text;
        var answer =
            said == ReferralAnswer.ApproveWithConditions
                ? new TaskAnswer(said, Conditions: text, Reference: reference)
                : new TaskAnswer(said, Reason: text, Reference: reference);
        var result = turn.State.TaskId is { } id ? await desk.AnswerAsync(id, answer, turn.Person, ct) : new ActResult.NotFound();
        turn.State.End();
        turn.Say(ActReplies.Of(result, new ChatText("Plain", [BothLanguages.Pages[$"Answer_{said}_Done"]], [])));
    }

    private static bool IsNone(string text)
    {
        var words = BothLanguages.Chat["NoReference"];
        return text.Is(Words.None) || text.Is(Words.No) || Words.Of(text) == Words.Of(words.Sv) || Words.Of(text) == Words.Of(words.En);
    }
}
