using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>"Show notice": what the participants of one of the person's meetings are told, with the link to it.</summary>
public sealed class NoticeTalk(RegistryContext registry, NoticeLinks links, MeetingOffers offers) : ITalk
{
    private const int Most = 10;
    private static readonly WhichOne Which = new("notice", "meeting", "ChooseNotice", "NoNoticeYet");

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Notice);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => RepeatAsync(turn, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        var chosen = Offer.Meant(turn.State.Offers, turn.Text);
        var published = await PublishedAsync(turn.Person, ct);
        if (chosen is not null && published.FirstOrDefault(one => one.Meeting.Id.ToString() == chosen.Value) is { Notice: { } } one)
        {
            turn.State.End();
            await ShowAsync(turn, one.Notice, one.Meeting);
            return;
        }
        turn.Say("AnswerNotUnderstood");
        await RepeatAsync(turn, ct);
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        var published = await PublishedAsync(turn.Person, ct);
        await Which.PutAsync(turn, published, one => offers.Of(one.Meeting), one => ShowAsync(turn, one.Notice, one.Meeting));
    }

    private Task ShowAsync(ChatTurn turn, NoticeRow notice, MeetingRow meeting)
    {
        turn.Say("NoticeShown", meeting.Topic, links.MessageOf(notice), links.Of(notice));
        return Task.CompletedTask;
    }

    /// <summary>The standing notices of the meetings that the person hosts or decided, the latest meeting first.</summary>
    private async Task<List<(NoticeRow Notice, MeetingRow Meeting)>> PublishedAsync(PersonRow person, CancellationToken ct)
    {
        var rows = await registry
            .Notices.AsNoTracking()
            .Where(notice => notice.RevokedAt == null)
            .Join(registry.Meetings, notice => notice.MeetingId, meeting => meeting.Id, (notice, meeting) => new { notice, meeting })
            .Where(pair =>
                pair.meeting.HostPersonId == person.Id
                || registry.Decisions.Any(decision => decision.Id == pair.notice.DecisionId && decision.DecidedBy == person.Id)
            )
            .OrderByDescending(pair => pair.meeting.StartsAt)
            .Take(Most)
            .ToListAsync(ct);
        return [.. rows.Select(pair => (pair.notice, pair.meeting))];
    }
}
