using Campus.Clock;

namespace Journey;

public sealed class ClockMoverTests
{
    private readonly CampusClock clock = new(Place.NewFolder());

    [Fact]
    public async Task Move_PastSeveralMoments_StopsAtEachInItsOrder()
    {
        var start = clock.Time.GetUtcNow();
        var first = new Waiter(clock, start.AddDays(3), start.AddDays(1));
        var second = new Waiter(clock, start.AddDays(2));
        using var mover = new ClockMover(clock, [first, second]);

        var reading = await mover.MoveAsync(ClockMove.By("P7D")!, TestContext.Current.CancellationToken);

        Assert.True(reading.Settled);
        Assert.InRange(reading.Now, start.AddDays(6.9), start.AddDays(7.1));
        Assert.Equal([1, 3], first.DoneAfter(start));
        Assert.Equal([2], second.DoneAfter(start));
    }

    [Fact]
    public async Task Move_DueWorkCallsForMore_DoesThatToo()
    {
        var start = clock.Time.GetUtcNow();
        var waiter = new Waiter(clock, start.AddDays(1)) { ThenAfter = TimeSpan.FromDays(1), ThenTimes = 3 };
        using var mover = new ClockMover(clock, [waiter]);

        await mover.MoveAsync(ClockMove.By("P10D")!, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3, 4], waiter.DoneAfter(start));
    }

    [Fact]
    public async Task Move_NextMomentBeyondTheTarget_LeavesItAlone()
    {
        var start = clock.Time.GetUtcNow();
        var waiter = new Waiter(clock, start.AddDays(8));
        using var mover = new ClockMover(clock, [waiter]);

        await mover.MoveAsync(ClockMove.By("P7D")!, TestContext.Current.CancellationToken);

        Assert.Empty(waiter.DoneAfter(start));
    }

    [Fact]
    public void CampusClock_ReadAgain_IsWhereItWasLeft()
    {
        var folder = Place.NewFolder();
        new CampusClock(folder).MoveTo(TimeProvider.System.GetUtcNow().AddYears(1));

        Assert.True(new CampusClock(folder).Time.Offset > TimeSpan.FromDays(364));
    }

    /// <summary>Has things to do at given moments, and does each when it is asked at or after its moment.</summary>
    private sealed class Waiter(CampusClock clock, params DateTimeOffset[] moments) : IClockParty
    {
        private readonly SortedSet<DateTimeOffset> waiting = [.. moments];
        private readonly List<DateTimeOffset> done = [];

        public TimeSpan ThenAfter { get; init; }
        public int ThenTimes { get; set; }

        public IEnumerable<int> DoneAfter(DateTimeOffset start) => done.Select(at => (int)Math.Round((at - start).TotalDays));

        public Task<Settled> SettleAsync(TimeSpan offset, CancellationToken ct)
        {
            var now = clock.Time.GetUtcNow();
            while (waiting.Count > 0 && waiting.Min <= now)
            {
                waiting.Remove(waiting.Min);
                done.Add(now);
                if (ThenTimes-- > 0)
                    waiting.Add(now + ThenAfter);
            }
            return Task.FromResult(new Settled(waiting.Count > 0 ? waiting.Min : null, Done: true));
        }
    }
}
