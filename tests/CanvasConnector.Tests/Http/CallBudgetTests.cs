using CanvasConnector.Http;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Http;

/// <summary>
/// A call starts only while there is room for 50 × (running + 2); what Canvas tells counts the others under way already
/// (facts: Canvas 2.2).
/// </summary>
public sealed class CallBudgetTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly HandClock clock = new();
    private readonly CallBudget budget;

    public CallBudgetTests() => budget = new CallBudget(clock, TimeSpan.FromSeconds(30));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(600.5, 11)]
    [InlineData(600, 10)]
    [InlineData(200.5, 3)]
    [InlineData(200, 2)]
    [InlineData(150.001, 2)]
    [InlineData(150, 1)]
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

        Leave(told: null);
        Assert.Equal(2, Started(calls));

        Leave(told: 200.5);
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
            Leave(told: 60);
        }
    }

    [Fact]
    public async Task Enter_NewcomerWhileSomebodyWaits_DoesNotOvertake()
    {
        await TellAsync(60);
        await budget.EnterAsync(Ct);
        var waiting = budget.EnterAsync(Ct);
        Leave(told: 60);

        var newcomer = budget.EnterAsync(Ct);

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.False(newcomer.IsCompleted);
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(30, 3)]
    [InlineData(-13.25, 8)]
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
        Assert.Equal(10, Started(calls));

        Leave(told: 13, pause: 4 * Second);
        for (var i = 0; i < 9; i++)
            Leave(told: null);
        clock.Move(4 * Second - TimeSpan.FromTicks(1));
        Assert.Equal(10, Started(calls));

        clock.Move(TimeSpan.FromTicks(1));
        Assert.Equal(11, Started(calls));

        Leave(told: 600);
        Assert.Equal(20, Started(calls));
    }

    [Fact]
    public async Task Leave_WithSeveralRefusals_WaitsForTheLongestButNotForever()
    {
        await TellAsync(600);
        Enter(3);
        Leave(told: null, pause: TimeSpan.FromHours(1));
        Leave(told: null, pause: Second);
        Leave(told: null, pause: 2 * Second);
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

        Leave(told: 60);
        await next;
    }

    [Fact]
    public async Task Enter_AlreadyCancelled_TakesNoPlace()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => budget.EnterAsync(new CancellationToken(canceled: true)));

        await budget.EnterAsync(Ct);
    }

    [Fact]
    public async Task Leave_AnswerThatCountsTheOthers_LeavesRoomForAsManyAsBefore()
    {
        await TellAsync(600);
        var calls = Enter(30);
        Assert.Equal(10, Started(calls));

        for (var left = 1; left <= 10; left++)
        {
            Leave(told: 600 - (50 * 9), cost: 0); // nine others are under way, and Canvas has counted them
            Assert.Equal(10 + left, Started(calls));
        }
    }

    [Fact]
    public async Task Leave_AnswersThatCost_TakeTheirCostFromTheRoom()
    {
        await TellAsync(600);
        var calls = Enter(30);

        Leave(told: 40, cost: 60); // another program's calls have the rest

        Assert.Equal(10, Started(calls)); // 490: no tenth any more, and nine are under way
    }

    [Fact]
    public async Task Leave_SomebodyElseUsesTheToken_IsSeenByTheUpperBound()
    {
        await TellAsync(600);
        var calls = Enter(30);
        for (var left = 0; left < 10; left++)
            Leave(told: -200, cost: 0);

        Assert.InRange(Started(calls), 10, 12);
    }

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.3)]
    [InlineData(3, 3.0)]
    public async Task Calls_AgainstCanvassOwnBucket_AreNeverRefusedAndRunTenAtOnce(int seed, double cost)
    {
        var (dice, bucket) = (new Random(seed), new Bucket());
        var asked = new Queue<Task>();
        var (most, onTheWay, there) = (0, 0, 0);
        for (var turn = 0; turn < 5000; turn++)
        {
            while (asked.Count < 20)
                asked.Enqueue(budget.EnterAsync(Ct));
            for (; asked.TryPeek(out var next) && next.IsCompletedSuccessfully; onTheWay++)
                await asked.Dequeue();
            most = Math.Max(most, onTheWay + there);
            for (var arriving = dice.Next(onTheWay + 1); arriving > 0; arriving--)
            {
                Assert.True(bucket.Reserve(), $"refused in turn {turn}");
                (onTheWay, there) = (onTheWay - 1, there + 1);
            }
            for (var leaving = dice.Next(there + 1); leaving > 0; leaving--, there--)
                Leave(bucket.Release(cost), cost);
            clock.Move(TimeSpan.FromMilliseconds(100));
            bucket.Leak(1);
        }

        Assert.InRange(most, 10, 11);
    }

    [Fact]
    public async Task Enter_ByManyWhoComeGoAndGiveUp_NeverStartsMoreThanMayAndLosesNoPlace()
    {
        var bucket = new Bucket();
        await TellAsync(600);
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
                Assert.True(bucket.Reserve());
                InterlockedMax(ref most, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
                Leave(bucket.Release(0), 0);
            }
        );

        Assert.InRange(most, 2, 11);
        await TellAsync(600);
        Assert.Equal(10, Started(Enter(12)));
    }

    private async Task TellAsync(double remaining)
    {
        await budget.EnterAsync(Ct);
        Leave(remaining);
    }

    private List<Task> Enter(int count) => [.. Enumerable.Range(0, count).Select(_ => budget.EnterAsync(Ct))];

    private void Leave(double? told, double? cost = null, TimeSpan? pause = null) => budget.Leave((told, cost), pause);

    private static int Started(List<Task> calls) => calls.Count(call => call.IsCompletedSuccessfully);

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; )
            seen = Interlocked.CompareExchange(ref most, value, seen) == seen ? value : Volatile.Read(ref most);
    }

    /// <summary>Canvas's own reckoning: a call's share is held back before it is judged.</summary>
    private sealed class Bucket
    {
        private readonly Lock gate = new();
        private double count;

        public bool Reserve()
        {
            lock (gate)
                return (count += 50) < 600;
        }

        public double Release(double cost)
        {
            lock (gate)
                return 600 - (count = Math.Max(0, count + cost - 50));
        }

        public void Leak(double amount)
        {
            lock (gate)
                count = Math.Max(0, count - amount);
        }
    }
}
