using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Deletion.Guards;
using RecordingBot.Notices;
using RecordingBot.Publication;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>"Tasks": what waits for the person.</summary>
public sealed class TasksTalk(TaskDesk desk, Why why) : ITalk
{
    private const int Most = 10;

    /// <inheritdoc />
    public string Name => "tasks";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Tasks);

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var tasks = await desk.Open(turn.Person).OrderBy(task => task.Since).Take(Most).ToListAsync(ct);
        if (tasks.Count == 0)
        {
            turn.Say("NoTasks");
            return;
        }
        var unexplained = tasks.Exists(task => task.Kind == TaskKind.Unexplained);
        SuggestedAction[] ways =
        [
            .. unexplained ? UnexplainedTalk.Answers : [],
            .. tasks.Exists(task => task.Kind == TaskKind.PasteNotice) ? new[] { PasteTalk.Button } : [],
            .. tasks.Exists(task => task.Kind == TaskKind.NoRoom) ? NoRoomTalk.Buttons : [],
            .. tasks.Exists(task => task.Kind == TaskKind.GuardTripped && task.Answers.Length > 0) ? GuardTalk.Buttons[..1] : [],
            .. tasks.Exists(task => task.Kind == TaskKind.GuardRelease) ? GuardTalk.Buttons : [],
            .. tasks.Exists(task => task.Kind == TaskKind.Referral) ? new[] { new SuggestedAction("WayReferrals") } : [],
            .. tasks.Exists(task => task.Kind == TaskKind.EndQuestion) ? new[] { new SuggestedAction("WayQuestions") } : [],
            .. tasks.Exists(task => task.Kind == TaskKind.HoldReview) ? new[] { new SuggestedAction("WayHold"), new("WayLiftHold") } : [],
        ];
        turn.Say(new ChatText("Tasks", [tasks.Select(why.Task).ToList()], ways) { Asks = ways.Length > 0 ? new(null) : null });
    }

    /// <inheritdoc />
    public Task AnswerAsync(ChatTurn turn, CancellationToken ct) => BeginAsync(turn, ct);

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct) => BeginAsync(turn, ct);
}
