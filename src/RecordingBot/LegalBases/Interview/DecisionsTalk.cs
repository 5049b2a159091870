using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases.Interview;

/// <summary>"My decisions": what has been decided for the person's meetings, the newest first, and which series there are. It asks nothing.</summary>
public sealed class DecisionsTalk(DecisionLists lists, SeriesBook series, RegistryContext registry) : ITalk
{
    private const int Most = 10;

    /// <inheritdoc />
    public string Name => "decisions";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Decisions);

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var decided = await lists.OfAsync(turn.Person, Most, ct);
        if (decided.Count == 0)
        {
            turn.Say("NoDecisions");
            return;
        }
        List<ChatText> lines =
        [
            .. decided.Select(one =>
                ChatText.Of(
                    "DecisionLine",
                    one.Meeting.Topic,
                    one.Meeting.StartsAt,
                    BothLanguages.Chat[$"Outcome_{one.Decision.Outcome}"],
                    one.Decision.DecidedAt
                )
            ),
        ];
        foreach (var row in await series.Live.AsNoTracking().Where(row => row.MadeBy == turn.Person.Id).ToListAsync(ct))
            lines.Add(ChatText.Of("SeriesLine", (await registry.Courses.FindAsync([row.CourseId], ct))?.Name ?? row.CourseId, row.Until));
        turn.Say(new ChatText("Decisions", [lines], [new("WayChange"), new("WayNotice")]) { Asks = new(null) });
    }

    /// <inheritdoc />
    public Task AnswerAsync(ChatTurn turn, CancellationToken ct) => BeginAsync(turn, ct);

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct) => BeginAsync(turn, ct);
}
