using RecordingBot.Recordings;

namespace RecordingBot.Admin;

/// <summary>One recording's bar on a <see cref="TimeLine"/>.</summary>
/// <param name="Line">The scale.</param>
/// <param name="Recording">The recording.</param>
/// <param name="From">When it begins: the meeting, or the day it was seen.</param>
/// <param name="Text">The same in words.</param>
public sealed record TimeBar(TimeLine Line, RecordingView Recording, DateTimeOffset From, string Text)
{
    /// <summary>When it was gone; null while it isn't.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Where it stops: gone, or due to go; null where it has no end.</summary>
    public DateTimeOffset? End => DeletedAt ?? Recording.Ends.At;

    /// <summary>Its right end: the end, or the right end of the scale where it has none.</summary>
    public DateTimeOffset Until => End ?? Line.To;

    /// <summary>The part that has passed.</summary>
    public DateTimeOffset Passed => Line.Now < Until ? Line.Now : Until;
}
