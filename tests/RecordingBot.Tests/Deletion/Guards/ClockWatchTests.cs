using Microsoft.Extensions.Options;
using RecordingBot.Deletion.Guards;
using RecordingBot.Hosting.Campus;

namespace RecordingBot.Tests.Deletion.Guards;

/// <summary>A clock that was moved is noticed; time that goes by, and a move that was announced, are not taken for it.</summary>
public sealed class ClockWatchTests
{
    private readonly ShiftedClock real = new();

    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    [InlineData(-4, false)]
    [InlineData(-6, true)]
    public void Moved_ByMinutes_IsAJumpBeyondTheLimit(int minutes, bool jumped)
    {
        var watch = new ClockWatch(real, Options.Create(new GuardOptions()));
        Assert.False(watch.HasJumped());

        real.Shift += TimeSpan.FromMinutes(minutes);

        Assert.Equal(jumped, watch.HasJumped());
        // Until another clock agrees with it.
        Assert.Equal(jumped, watch.HasJumped());
        watch.Confirm();
        Assert.False(watch.HasJumped());
    }

    [Fact]
    public void Moved_Announced_IsNoJump()
    {
        var movable = new MovableClock(TimeProvider.System);
        var watch = new ClockWatch(movable, Options.Create(new GuardOptions()));
        watch.HasJumped();

        movable.SetOffset(TimeSpan.FromDays(31));

        Assert.False(watch.HasJumped());
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
