using System.Collections.Concurrent;
using BotConnector.Activities;
using BotConnector.Turns;

namespace BotConnector.Tests.DirectLine;

/// <summary>Echoes messages, greets who comes, and does what a test scripts for a word.</summary>
internal sealed class ScriptedBot : ActivityHandler
{
    private int running;

    public ConcurrentQueue<Activity> Seen { get; } = new();

    public ConcurrentDictionary<string, Func<ITurnContext, CancellationToken, Task>> On { get; } = new();

    /// <summary>The most turns that ever ran at once.</summary>
    public int MostAtOnce { get; private set; }

    public override async Task OnTurnAsync(ITurnContext turn, CancellationToken ct)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        try
        {
            Seen.Enqueue(turn.Activity);
            await base.OnTurnAsync(turn, ct);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    public override Task OnTurnErrorAsync(ITurnContext turn, Exception exception, CancellationToken ct) =>
        turn.Activity.Text == "fail twice"
            ? throw new InvalidOperationException("The hook fails too.")
            : turn.SendActivityAsync("Something went wrong; try again.", ct);

    protected override Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turn, CancellationToken ct) =>
        turn.SendActivityAsync($"Welcome, {membersAdded[0].Name} ({turn.Activity.Locale}).", ct);

    protected override Task OnMessageActivityAsync(ITurnContext turn, CancellationToken ct) =>
        On.TryGetValue(turn.Activity.Text ?? "", out var act)
            ? act(turn, ct)
            : turn.SendActivityAsync($"You said: {turn.Activity.Text}", ct);
}
