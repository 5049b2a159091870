using CanvasConnector.Http;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Http;

/// <summary>A call starts only while more remains than 50 × (running + 1), as last told (facts: Canvas 2.2).</summary>
public sealed class CallBudgetTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly HandClock clock = new();
    private readonly CallBudget budget;

    public CallBudgetTests() => budget = new CallBudget(clock, TimeSpan.FromSeconds(30));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(600, 11)]
    [InlineData(150.5, 3)]
    [InlineData(150, 2)]
    [InlineData(100.001, 2)]
    [InlineData(100, 1)]
    [InlineData(50.001, 1)]
    public async Task Enter_WithSoMuchRemaining_StartsSoMany(double remaining, int started)
    {
        await TellAsync(remaining);

        var calls = Enter(20);

        Assert.Equal(started, Started(calls));
    }

    [Fact]
    public async Task Enter_WhileNothingIsKnown_GoesAloneUntilAnAnswerTells()
    {
        var calls = Enter(5);
        Assert.Equal(1, Started(calls));

        budget.Leave(told: null, pause: null);
        Assert.Equal(2, Started(calls));

        budget.Leave(told: 150.5, pause: null);
        Assert.Equal(5, Started(calls));
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Enter_InLine_IsServedInTheOrderOfComing()
    {
        await TellAsync(60);
        var calls = Enter(4);

        for (var started = 1; started <= 4; started++)
        {
            Assert.Equal(started, Started(calls));
            Assert.All(calls.Take(started), call => Assert.True(call.IsCompletedSuccessfully));
            budget.Leave(told: 60, pause: null);
        }
    }

    [Fact]
    public async Task Enter_NewcomerWhileSomebodyWaits_DoesNotOvertake()
    {
        await TellAsync(60);
        await budget.EnterAsync(Ct);
        var waiting = budget.EnterAsync(Ct);
        budget.Leave(told: 60, pause: null);

        var newcomer = budget.EnterAsync(Ct);

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.False(newcomer.IsCompleted);
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(30, 2)]
    [InlineData(-13.25, 7)]
    [InlineData(-1e300, 30)]
    public async Task Enter_WithTooLittleEvenForOne_WaitsUntilItMayBeRefilledThenGoesAlone(double remaining, int seconds)
    {
        await TellAsync(remaining);
        var calls = Enter(3);

        clock.Move((seconds * Second) - Second);
        Assert.Equal(0, Started(calls));

        clock.Move(Second);
        Assert.Equal(1, Started(calls));
    }

    [Fact]
    public async Task Leave_AfterARefusal_MakesEverybodyWaitThenOneTries()
    {
        await TellAsync(600);
        var calls = Enter(20);
        Assert.Equal(11, Started(calls));

        budget.Leave(told: 13, pause: 4 * Second);
        for (var i = 0; i < 10; i++)
            budget.Leave(told: null, pause: null);
        clock.Move(4 * Second - TimeSpan.FromTicks(1));
        Assert.Equal(11, Started(calls));

        clock.Move(TimeSpan.FromTicks(1));
        Assert.Equal(12, Started(calls));

        budget.Leave(told: 600, pause: null);
        Assert.Equal(20, Started(calls));
    }

    [Fact]
    public async Task Leave_WithSeveralRefusals_WaitsForTheLongestButNotForever()
    {
        await TellAsync(600);
        Enter(3);
        budget.Leave(told: null, pause: TimeSpan.FromHours(1));
        budget.Leave(told: null, pause: Second);
        budget.Leave(told: null, pause: 2 * Second);
        var next = budget.EnterAsync(Ct);

        clock.Move(29 * Second);
        Assert.False(next.IsCompleted);

        clock.Move(Second);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public async Task Enter_Cancelled_GivesItsPlaceBack()
    {
        await TellAsync(60);
        await budget.EnterAsync(Ct);
        using var stop = new CancellationTokenSource();
        var cancelled = budget.EnterAsync(stop.Token);
        var next = budget.EnterAsync(Ct);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(next.IsCompleted);

        budget.Leave(told: 60, pause: null);
        await next;
    }

    [Fact]
    public async Task Enter_AlreadyCancelled_TakesNoPlace()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => budget.EnterAsync(new CancellationToken(canceled: true)));

        await budget.EnterAsync(Ct);
    }

    [Fact]
    public async Task Enter_ByManyWhoComeGoAndGiveUp_NeverStartsMoreThanMayAndLosesNoPlace()
    {
        await TellAsync(250.5);
        var (running, most) = (0, 0);
        await Parallel.ForAsync(
            0,
            2000,
            new ParallelOptions { MaxDegreeOfParallelism = 40, CancellationToken = Ct },
            async (number, ct) =>
            {
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
                if (number % 3 == 0)
                    stop.CancelAfter(TimeSpan.FromMicroseconds(number));
                try
                {
                    await budget.EnterAsync(stop.Token);
                }
                catch (OperationCanceledException) when (!ct.IsCancellationRequested)
                {
                    return;
                }
                InterlockedMax(ref most, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
                budget.Leave(told: 250.5, pause: null);
            }
        );

        Assert.InRange(most, 2, 5);
        Assert.Equal(5, Started(Enter(6)));
    }

    private async Task TellAsync(double remaining)
    {
        await budget.EnterAsync(Ct);
        budget.Leave(remaining, pause: null);
    }

    private List<Task> Enter(int count) => [.. Enumerable.Range(0, count).Select(_ => budget.EnterAsync(Ct))];

    private static int Started(List<Task> calls) => calls.Count(call => call.IsCompletedSuccessfully);

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; )
            seen = Interlocked.CompareExchange(ref most, value, seen) == seen ? value : Volatile.Read(ref most);
    }
}
