using ZoomSimulator.Sandbox;
using ZoomSimulator.State;

namespace ZoomSimulator.Recordings;

/// <summary>
/// What becomes of raw data after a meeting: media at once; or, where a fault wants it so, media that grow for five minutes of the clock, or a
/// conversion that breaks off for want of room.
/// </summary>
internal sealed class Conversions(ZoomTruth truth, RecordingFolders folders, Faults faults, TimeProvider clock) : ByClock(truth, clock)
{
    private const int Piece = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Converts, as part of a change of the state.</summary>
    public void Convert(ZoomState state, MeetingState meeting, LocalRecording local)
    {
        var now = Clock.GetUtcNow();
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
            Do(state, now);
            SetAlarm(state);
        }
        else
        {
            folders.Convert(local, meeting, now);
        }
    }

    protected override DateTimeOffset? Next(ZoomState state) => state.Conversions.Min(one => (DateTimeOffset?)one.NextAt);

    protected override void Do(ZoomState state, DateTimeOffset now)
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
    }
}
