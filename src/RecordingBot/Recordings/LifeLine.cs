using RecordingBot.Admin;

namespace RecordingBot.Recordings;

/// <summary>A recording's life, from its meeting to its end.</summary>
/// <param name="Moments">What happened and what is to come, in order of time.</param>
/// <param name="Line">Their scale.</param>
/// <param name="End">When it ends or ended; null where that isn't known.</param>
/// <param name="Text">The stretch in words.</param>
public sealed record LifeLine(IReadOnlyList<LifeMoment> Moments, TimeLine Line, DateTimeOffset? End, string Text)
{
    /// <summary>Where the recording's own stretch begins and ends.</summary>
    public DateTimeOffset From => Moments.Count > 0 ? Moments[0].At : Line.From;

    /// <summary>Its end, or the right end of the scale where it has none.</summary>
    public DateTimeOffset Until => End ?? Line.To;

    /// <summary>The part that has passed.</summary>
    public DateTimeOffset Passed => Line.Now < Until ? Line.Now : Until;

    /// <summary>What has happened.</summary>
    public IEnumerable<LifeMoment> Past => Moments.Where(moment => moment.At <= Line.Now);

    /// <summary>What is to come.</summary>
    public IEnumerable<LifeMoment> Ahead => Moments.Where(moment => moment.At > Line.Now);
}
