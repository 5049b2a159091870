using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.LegalBases.Interview;

/// <summary>"The whole term": the answers of a lecture's decision serve the course's scheduled meetings; "end the series" ends that.</summary>
public sealed class SeriesTalk(SeriesBook series, RegistryContext registry) : ITalk
{
    /// <inheritdoc />
    public string Name => "series";

    /// <summary>What is said after a decision whose answers could serve more meetings.</summary>
    /// <param name="more">How many are scheduled.</param>
    public static ChatText Offer(int more) => new("SeriesOffer", [more], [new("WholeTerm")]) { Asks = new(null) };

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Series) || turn.Text.Is(Words.EndSeries);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) =>
        turn.Text.Is(Words.EndSeries) ? RepeatAsync(turn, ct) : MakeAsync(turn, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (Channels.Offer.Meant(turn.State.Offers, turn.Text) is not { } chosen)
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
            return;
        }
        turn.State.End();
        var id = Guid.Parse(chosen.Value);
        await EndAsync(turn, await series.Live.SingleOrDefaultAsync(row => row.Id == id && row.MadeBy == turn.Person.Id, ct), ct);
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        turn.State.End();
        var mine = await series.Live.Where(row => row.MadeBy == turn.Person.Id).OrderBy(row => row.MadeAt).ToListAsync(ct);
        if (mine.Count <= 1)
        {
            await EndAsync(turn, mine.FirstOrDefault(), ct);
            return;
        }
        List<Offer> offers = [];
        foreach (var one in mine)
            offers.Add(new(one.Id.ToString(), await CourseAsync(one.CourseId, ct)));
        turn.State.Ask(Name, "series", offers);
        turn.Say(Choose.From("ChooseSeries", offers, "series"));
    }

    private async Task MakeAsync(ChatTurn turn, CancellationToken ct)
    {
        if (await series.NewestAsync(turn.Person, ct) is not var (decision, meeting))
        {
            turn.Say("NothingForSeries");
            return;
        }
        var made = await series.MakeAsync(decision, meeting, turn.Person, ct);
        var open = await series.Of(made).CountAsync(ct);
        turn.Say(
            new ChatText("SeriesMade", [await CourseAsync(made.CourseId, ct), made.Until, open], [new("EndSeries")]) { Asks = new(null) }
        );
    }

    private async Task EndAsync(ChatTurn turn, SeriesRow? one, CancellationToken ct)
    {
        if (one is null)
        {
            turn.Say("NoSeries");
            return;
        }
        await series.EndAsync(one, turn.Person, ct);
        turn.Say("SeriesEnded", await CourseAsync(one.CourseId, ct));
    }

    private async Task<LocalizedText> CourseAsync(string id, CancellationToken ct) =>
        LocalizedText.Same((await registry.Courses.FindAsync([id], ct))?.Name ?? id);
}
