using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Channels;
using RecordingBot.Registry;

namespace RecordingBot.Deletion.Guards;

/// <summary>"Release removal" and "keep it paused", each with a reason: the two persons' answers to a guard that has tripped.</summary>
public sealed class GuardTalk(TaskDesk desk, Why why) : ITalk
{
    private const string Reason = "guard-reason";

    /// <summary>The buttons under tasks that ask for them.</summary>
    public static readonly SuggestedAction[] Buttons = [new("ReleaseRemoval"), new("KeepPaused")];

    /// <inheritdoc />
    public string Name => "guard";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.ReleaseRemoval) || turn.Text.Is(Words.KeepPaused);

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var answer = turn.Text.Is(Words.ReleaseRemoval) ? GuardAnswer.Release : GuardReleaseAnswer.Keep;
        var open = await desk.Open(turn.Person)
            .Where(task => task.Kind == TaskKind.GuardTripped || task.Kind == TaskKind.GuardRelease)
            .OrderBy(task => task.Since)
            .ToListAsync(ct);
        if (open.Find(task => task.Answers.Split(' ').Contains(answer, StringComparer.Ordinal)) is { } task)
            AskWhy(turn, answer, task);
        else
            turn.Say("NothingPaused");
    }

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        var (answer, task) = (turn.State.Question!.Split(' ')[1], turn.State.TaskId!.Value);
        var result = await desk.AnswerAsync(task, new(answer, Reason: turn.Text), turn.Person, ct);
        turn.State.End();
        turn.Say(ActReplies.Of(result, ChatText.Of("GuardAnswered_" + answer)));
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        var id = turn.State.TaskId;
        if (await desk.Open(turn.Person).FirstOrDefaultAsync(task => task.Id == id, ct) is { } task)
            AskWhy(turn, turn.State.Question!.Split(' ')[1], task);
        else
            turn.State.End();
    }

    private void AskWhy(ChatTurn turn, string answer, TaskRow task)
    {
        turn.State.End();
        turn.State.TaskId = task.Id;
        turn.State.Ask(Name, $"{Reason} {answer}", [], freeText: true);
        turn.Say(new ChatText("WhyGuard_" + answer, [why.Task(task)], []) { Asks = new(turn.State.Question!) });
    }
}
