using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Registry;

namespace RecordingBot.Publication;

/// <summary>The answers to a file that doesn't fit, in the chat: "try again" and "keep it unpublished"; of several recordings one is chosen.</summary>
public sealed class NoRoomTalk(RegistryContext registry, TaskDesk desk, RecordingLists lists) : ITalk
{
    private const string Which = "no-room-";
    private static readonly string[] Again = ["try again", "försök igen"];
    private static readonly string[] Keep = ["keep it unpublished", "keep unpublished", "låt den vara opublicerad"];

    /// <summary>The buttons of the question.</summary>
    public static readonly SuggestedAction[] Buttons = [new("TryAgain"), new("KeepUnpublished")];

    /// <inheritdoc />
    public string Name => "no-room";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Again) || turn.Text.Is(Keep);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) =>
        ChooseAsync(turn, turn.Text.Is(Again) ? "again" : "keep-unpublished", ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (Offer.Meant(turn.State.Offers, turn.Text) is { } chosen)
            await TakeAsync(turn, Guid.Parse(chosen.Value), Asked(turn), ct);
        else
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
        }
    }

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct) => ChooseAsync(turn, Asked(turn), ct);

    private static string Asked(ChatTurn turn) => turn.State.Question![Which.Length..];

    private async Task ChooseAsync(ChatTurn turn, string answer, CancellationToken ct)
    {
        var tasks = await desk.Open(turn.Person).Where(task => task.Kind == TaskKind.NoRoom).OrderBy(task => task.Since).ToListAsync(ct);
        if (tasks.Count <= 1)
        {
            await TakeAsync(turn, tasks.SingleOrDefault()?.Id, answer, ct);
            return;
        }
        var offers = new List<Offer>();
        foreach (var task in tasks)
            offers.Add(new(task.Id.ToString(), await TitleAsync(task, ct)));
        turn.State.End();
        turn.State.Ask(Name, Which + answer, offers);
        turn.Say(Choose.From("ChooseRoomless", offers, "recording"));
    }

    private async Task TakeAsync(ChatTurn turn, Guid? task, string answer, CancellationToken ct)
    {
        turn.State.End();
        if (task is { } id)
            turn.Say(
                ActReplies.Of(
                    await desk.AnswerAsync(id, new(answer), turn.Person, ct),
                    ChatText.Of(answer == "again" ? "TryingAgain" : "StaysUnpublished")
                )
            );
        else
            turn.Say("NothingRoomless");
    }

    private async Task<RecordingPolicy.LocalizedText> TitleAsync(TaskRow task, CancellationToken ct) =>
        lists.AsOffer(await registry.Recordings.AsNoTracking().FirstAsync(row => row.Id == task.RecordingId, ct)).Title;
}
