using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>"I have pasted it": the host's confirmation in the chat.</summary>
public sealed class PasteTalk(RegistryContext registry, TaskDesk desk, MeetingOffers offers) : ITalk
{
    private static readonly string[] Words =
    [
        "i have pasted it",
        "pasted",
        "jag har klistrat in den",
        "jag har klistrat in texten",
        "inklistrad",
    ];
    private static readonly WhichOne Which = new("paste", "meeting", "ChooseWherePasted", "NothingToPaste");

    /// <summary>The button of the question.</summary>
    public static readonly SuggestedAction Button = new("NoticePasted");

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => RepeatAsync(turn, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        var chosen = Offer.Meant(turn.State.Offers, turn.Text);
        if (chosen is not null && (await MeetingsAsync(turn, ct)).Find(row => row.Id == Guid.Parse(chosen.Value)) is { } meeting)
            await TakeAsync(turn, meeting, ct);
        else
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
        }
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct) =>
        await Which.PutAsync(turn, await MeetingsAsync(turn, ct), offers.Of, only => TakeAsync(turn, only, ct));

    private IQueryable<TaskRow> Asked(ChatTurn turn) =>
        desk.Open(turn.Person).Where(task => task.Kind == TaskKind.PasteNotice && task.PersonId == turn.Person.Id);

    private async Task<List<MeetingRow>> MeetingsAsync(ChatTurn turn, CancellationToken ct)
    {
        var asked = Asked(turn).Select(task => task.MeetingId);
        return await registry.Meetings.AsNoTracking().Where(row => asked.Contains(row.Id)).OrderBy(row => row.StartsAt).ToListAsync(ct);
    }

    private async Task TakeAsync(ChatTurn turn, MeetingRow meeting, CancellationToken ct)
    {
        turn.State.End();
        var task = await Asked(turn).FirstOrDefaultAsync(row => row.MeetingId == meeting.Id, ct);
        if (task is null)
            turn.Say("NothingToPaste");
        else
            turn.Say(
                ActReplies.Of(
                    await desk.AnswerAsync(task.Id, new(PasteRequest.Pasted), turn.Person, ct),
                    ChatText.Of("NoticePastedNoted", meeting.Topic)
                )
            );
    }
}
