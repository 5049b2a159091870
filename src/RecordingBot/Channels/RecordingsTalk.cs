namespace RecordingBot.Channels;

/// <summary>"Recordings": what there is, where it stands, when it ends and why. It asks nothing, so a talk that waits goes on waiting.</summary>
public sealed class RecordingsTalk(RecordingLists lists) : ITalk
{
    /// <inheritdoc />
    public string Name => "recordings";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Recordings) || (turn.State.Talk is null && turn.Text.Is(Words.Status));

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var lines = await lists.DescribeAsync(turn.Person, ct);
        turn.Say(lines.Count == 0 ? ChatText.Of("NoRecordings") : ChatText.Of("Recordings", lines));
    }

    /// <inheritdoc />
    public Task AnswerAsync(ChatTurn turn, CancellationToken ct) => BeginAsync(turn, ct);

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct) => BeginAsync(turn, ct);
}
