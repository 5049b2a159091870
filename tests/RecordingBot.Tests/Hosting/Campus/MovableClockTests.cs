using RecordingBot.Hosting.Campus;

namespace RecordingBot.Tests.Hosting.Campus;

public sealed class MovableClockTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly MovableClock clock = new(TimeProvider.System);

    [Fact]
    public void GetUtcNow_SetAhead_ShowsTheOffset()
    {
        clock.SetOffset(TimeSpan.FromDays(31));

        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(31) - Moment, TimeSpan.FromDays(31));
    }

    [Fact]
    public void SetTo_AnInstant_RunsOnFromThere()
    {
        var instant = new DateTimeOffset(2031, 5, 4, 3, 2, 1, TimeSpan.Zero);

        clock.SetTo(instant);

        Assert.InRange(clock.GetUtcNow(), instant, instant + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void GetElapsedTime_SetAheadAndBack_NeverShrinks()
    {
        var start = clock.GetTimestamp();

        clock.SetOffset(TimeSpan.FromHours(2));
        clock.SetOffset(TimeSpan.Zero);

        Assert.InRange(clock.GetElapsedTime(start), TimeSpan.FromHours(2), TimeSpan.FromHours(2) + Moment);
    }

    [Fact]
    public async Task Delay_ClockSetPastIt_EndsAtOnce()
    {
        var delay = Task.Delay(TimeSpan.FromDays(30), clock, TestContext.Current.CancellationToken);

        clock.SetOffset(TimeSpan.FromDays(31));

        await delay.WaitAsync(Moment, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Delay_ClockSetShortOfIt_GoesOnWaiting()
    {
        var delay = Task.Delay(TimeSpan.FromDays(30), clock, TestContext.Current.CancellationToken);

        clock.SetOffset(TimeSpan.FromDays(29));
        await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        Assert.False(delay.IsCompleted);

        clock.SetOffset(TimeSpan.FromDays(30));
        await delay.WaitAsync(Moment, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Delay_ClockSetBack_IsNotMadeLonger()
    {
        clock.SetOffset(TimeSpan.FromDays(2));
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);

        clock.SetOffset(TimeSpan.Zero);
        clock.SetOffset(TimeSpan.FromHours(1));

        await delay.WaitAsync(Moment, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task PeriodicTimer_ClockSetPastManyTicks_TicksAndGoesOn()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);

        clock.SetOffset(TimeSpan.FromHours(5));
        Assert.True(
            await timer
                .WaitForNextTickAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(Moment, TestContext.Current.CancellationToken)
        );

        clock.SetOffset(TimeSpan.FromHours(6.5));
        Assert.True(
            await timer
                .WaitForNextTickAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(Moment, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task CreateTimer_SingleShot_FiresOnce()
    {
        var fired = 0;
        await using var timer = clock.CreateTimer(
            _ => Interlocked.Increment(ref fired),
            null,
            TimeSpan.FromMinutes(1),
            Timeout.InfiniteTimeSpan
        );

        foreach (var minutes in Enumerable.Range(1, 50))
            clock.SetOffset(TimeSpan.FromMinutes(minutes));
        await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);

        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task CreateTimer_Disposed_NeverFires()
    {
        var fired = 0;
        await clock
            .CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan)
            .DisposeAsync();

        clock.SetOffset(TimeSpan.FromHours(1));
        await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);

        Assert.Equal(0, fired);
    }
}
