using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>"Announce": says in the course that one of the person's lectures is going to be recorded.</summary>
public sealed class AnnounceTalk(RegistryContext registry, AnnouncementActs acts, MeetingOffers offers, TimeProvider clock) : ITalk
{
    private const int Most = 10;
    private static readonly WhichOne Which = new("announce", "announce", "ChooseToAnnounce", "NothingToAnnounce");

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Announce);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => RepeatAsync(turn, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (Offer.Meant(turn.State.Offers, turn.Text) is { } chosen)
            await TakeAsync(turn, Guid.Parse(chosen.Value), chosen.Title, ct);
        else
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
        }
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        var coming = await ComingAsync(turn.Person, ct);
        await Which.PutAsync(turn, coming, offers.Of, only => TakeAsync(turn, only.Id, offers.Of(only).Title, ct));
    }

    private async Task TakeAsync(ChatTurn turn, Guid meeting, RecordingPolicy.LocalizedText title, CancellationToken ct)
    {
        var result = await acts.SetAsync(meeting, true, turn.Person, ct);
        turn.State.End();
        turn.Say(ActReplies.Of(result, ChatText.Of("AnnouncementWanted", title)));
    }

    /// <summary>The person's approved lectures in courses that are to come and not announced, the next first.</summary>
    private async Task<List<MeetingRow>> ComingAsync(PersonRow person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await registry
            .Meetings.AsNoTracking()
            .Where(row => row.CourseId != null && row.EndsAt > now && row.EndedAt == null && row.CancelledAt == null)
            .Where(row =>
                registry.Decisions.Any(decision =>
                    decision.Id == row.DecisionId
                    && decision.Outcome == "approved"
                    && (row.HostPersonId == person.Id || decision.DecidedBy == person.Id)
                )
            )
            .Where(row => !registry.Announcements.Any(announcement => announcement.MeetingId == row.Id && announcement.Wanted))
            .OrderBy(row => row.StartsAt)
            .Take(Most)
            .ToListAsync(ct);
    }
}
