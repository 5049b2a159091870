using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Registry;

namespace RecordingBot.Decisions;

/// <summary>"Withdraw the approval": of which of the person's meetings, and why. The question for the reason is also the one whether to.</summary>
public sealed class WithdrawalOfApprovalTalk(RegistryContext registry, ApprovalWithdrawal withdrawal, MeetingOffers offers) : ITalk
{
    private const int Most = 10;
    private const string Why = "withdraw-why";
    private static readonly WhichOne Which = new("withdraw-approval", "withdraw-approval", "ChooseToWithdraw", "NothingToWithdraw");

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Withdraw);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => ChooseAsync(turn, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question == Why && turn.Text.Length > 0)
            await WithdrawAsync(turn, turn.State.Offers[0], ct);
        else if (turn.State.Question == Which.Question && Offer.Meant(turn.State.Offers, turn.Text) is { } chosen)
            AskWhy(turn, chosen);
        else
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
        }
    }

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question != Why)
            return ChooseAsync(turn, ct);
        AskWhy(turn, turn.State.Offers[0]);
        return Task.CompletedTask;
    }

    private async Task ChooseAsync(ChatTurn turn, CancellationToken ct)
    {
        var me = turn.Person.Id;
        var standing = await withdrawal
            .Standing.AsNoTracking()
            .Where(row =>
                row.HostPersonId == me || registry.Decisions.Any(decision => decision.Id == row.DecisionId && decision.DecidedBy == me)
            )
            .OrderBy(row => row.StartsAt)
            .Take(Most)
            .ToListAsync(ct);
        await Which.PutAsync(
            turn,
            standing,
            offers.Of,
            only =>
            {
                AskWhy(turn, offers.Of(only));
                return Task.CompletedTask;
            }
        );
    }

    private void AskWhy(ChatTurn turn, Offer meeting)
    {
        turn.State.Ask(Name, Why, [meeting], freeText: true);
        turn.Say(new ChatText("WithdrawWhy", [meeting.Title], []) { Asks = new(Why) { Input = AnswerInput.Words } });
    }

    private async Task WithdrawAsync(ChatTurn turn, Offer meeting, CancellationToken ct)
    {
        turn.State.End();
        var result = await withdrawal.WithdrawAsync(Guid.Parse(meeting.Value), turn.Text, Caller.Of(turn.Person), ct);
        turn.Say(ActReplies.Of(result, ChatText.Of("ApprovalIsWithdrawn", meeting.Title)));
    }
}
