using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Decisions;

/// <summary>
/// An approval that no longer holds: whoever may decide for a meeting takes it back while the meeting is not over, and so does the data protection officer.
/// From then on the meeting is as if nobody had decided: the step that is due takes the right, a recording under way is to be stopped, and a file
/// that came of it is asked about. What is in the registry already stays with the decision under which it came.
/// </summary>
public sealed class ApprovalWithdrawal(
    RegistryContext registry,
    Registrar registrar,
    Sight sight,
    MeetingRequests requests,
    Messenger messenger,
    TimeProvider clock
)
{
    /// <summary>Meetings that stand under an approval and are under way or to come.</summary>
    public IQueryable<MeetingRow> Standing
    {
        get
        {
            var now = clock.GetUtcNow();
            return registry.Meetings.Where(row =>
                row.DecisionId != null && row.EndedAt == null && row.CancelledAt == null && (row.StartedAt != null || row.EndsAt > now)
            );
        }
    }

    /// <summary>Whether this person may take a meeting's approval back.</summary>
    public async Task<bool> MayAsync(MeetingRow meeting, PersonRow by, CancellationToken ct) =>
        by.Has(Role.Dpo) || await requests.MayDecideAsync(meeting, by, ct);

    /// <summary>Takes it back. Where none stands it is refused: who reads that knows that nothing is left to take back.</summary>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="said">Why; free text.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<ActResult> WithdrawAsync(Guid meetingId, string? said, Caller by, CancellationToken ct)
    {
        if (await (await sight.MeetingsAsync(by, ct)).FirstOrDefaultAsync(row => row.Id == meetingId, ct) is not { } meeting)
            return new ActResult.NotFound();
        if (await registry.People.FindAsync([by.PersonId], ct) is not { } person || !await MayAsync(meeting, person, ct))
            return new ActResult.Forbidden(ActTexts.Named("Act_OnlyDecidersWithdraw"));
        if (ActTexts.Reason(said, out var reason) is { } wrong)
            return wrong;
        if (meeting.DecisionId is not { } decision)
            return new ActResult.Refused(ActTexts.Named("Act_NothingApproved"));
        if (meeting.EndedAt is not null)
            return new ActResult.Refused(ActTexts.Named("Act_MeetingOver"));

        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        // Decided anew at this very moment: that decision isn't this person's to take back unseen.
        var ours = registry.Meetings.Where(row => row.Id == meetingId && row.DecisionId == decision && row.EndedAt == null);
        if (await ours.ExecuteUpdateAsync(set => set.SetProperty(row => row.DecisionId, (Guid?)null), ct) == 0)
            return new ActResult.Refused(ActTexts.Named("Act_DecidedMeanwhile"));
        registrar
            .Audit(by.Actor, "decision.withdrawn", Subject.Meeting(meetingId), before: decision.ToString(), said: reason)
            .With(nameof(MeetingRow.DecisionId), (Guid?)null);
        await registry.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await registrar.WakeAsync(recording => recording.MeetingId == meetingId, ct);
        if (meeting.HostPersonId is { } host && host != person.Id)
            await messenger.TellAsync(
                host,
                ChatText.Of("ApprovalWithdrawn", meeting.Topic, reason),
                ct,
                $"approval-withdrawn {decision} {clock.GetUtcNow():O}"
            );
        return new ActResult.Done();
    }
}
