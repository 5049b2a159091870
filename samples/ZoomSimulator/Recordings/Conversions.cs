using Microsoft.Extensions.Hosting;
using ZoomSimulator.Sandbox;
using ZoomSimulator.State;

namespace ZoomSimulator.Recordings;

/// <summary>
/// What becomes of raw data after a meeting: media at once; or, where a fault wants it so, media that grow for five minutes of the clock, or a
/// conversion that breaks off for want of room.
/// </summary>
internal sealed class Conversions : IHostedService, IDisposable
{
    private const int Piece = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ZoomTruth truth;

    private readonly RecordingFolders folders;

    private readonly Faults faults;

    private readonly TimeProvider clock;

    private readonly ITimer alarm;

    public Conversions(ZoomTruth truth, RecordingFolders folders, Faults faults, TimeProvider clock)
    {
        (this.truth, this.folders, this.faults, this.clock) = (truth, folders, faults, clock);
        alarm = clock.CreateTimer(_ => GrowDue(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset? NextDueAt => truth.Read(Next);

    public bool IsSettled => !(NextDueAt <= clock.GetUtcNow());

    /// <summary>Converts, as part of a change of the state.</summary>
    public void Convert(ZoomState state, MeetingState meeting, LocalRecording local)
    {
        var now = clock.GetUtcNow();
        meeting.Unconverted = null;
        if (faults.TryTake(Faults.DiskFull))
        {
            folders.BreakOff(local, now);
            meeting.Unconverted = local;
        }
        else if (faults.TryTake(Faults.FileGrowing))
        {
            state.Conversions.Add(
                new SlowConversion
                {
                    MeetingId = meeting.Id,
                    Local = local,
                    NextAt = now,
                }
            );
            Grow(state, now);
        }
        else
        {
            folders.Convert(local, meeting, now);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        GrowDue();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => alarm.Dispose();

    private static DateTimeOffset? Next(ZoomState state) => state.Conversions.Min(one => (DateTimeOffset?)one.NextAt);

    private void GrowDue()
    {
        if (!IsSettled)
            truth.Change(state => Grow(state, clock.GetUtcNow()));
        else
            SetAlarm(NextDueAt);
    }

    private void Grow(ZoomState state, DateTimeOffset now)
    {
        foreach (var one in state.Conversions.Where(one => one.NextAt <= now))
        {
            var meeting = state.Meeting(one.MeetingId)!;
            (one.Percent, one.NextAt) = (one.Percent + Piece, now + Pause);
            if (one.Percent < 100)
                folders.Grow(one.Local, meeting, one.Percent, now);
            else
                folders.Convert(one.Local, meeting, now);
        }
        state.Conversions.RemoveAll(one => one.Percent >= 100);
        SetAlarm(Next(state));
    }

    private void SetAlarm(DateTimeOffset? next)
    {
        var wait = next - clock.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
        alarm.Change(next is not null && wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}
