namespace RecordingBot.Channels;

/// <summary>Something that a person can do in the chat.</summary>
public interface ITalk
{
    /// <summary>Kept in <see cref="TalkState.Talk"/> while it waits for an answer.</summary>
    string Name { get; }

    /// <summary>Whether what was said begins it.</summary>
    bool Opens(ChatTurn turn);

    /// <summary>Begins.</summary>
    Task BeginAsync(ChatTurn turn, CancellationToken ct);

    /// <summary>Takes an answer to what it asked.</summary>
    Task AnswerAsync(ChatTurn turn, CancellationToken ct);

    /// <summary>Asks the same again, in another language perhaps.</summary>
    Task RepeatAsync(ChatTurn turn, CancellationToken ct);
}
