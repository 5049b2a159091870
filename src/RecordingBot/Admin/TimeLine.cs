using System.Globalization;

namespace RecordingBot.Admin;

/// <summary>A stretch of time as a picture: where moments lie on it, in percent, all recordings of a page on the same scale.</summary>
/// <param name="From">Its left end.</param>
/// <param name="To">Its right end, later than <paramref name="From"/>.</param>
/// <param name="Now">The moment of looking.</param>
public sealed record TimeLine(DateTimeOffset From, DateTimeOffset To, DateTimeOffset Now)
{
    /// <summary>Its scale; none where the picture goes without.</summary>
    public IReadOnlyList<TimeMark> Marks { get; init; } = [];

    /// <summary>When the course closes to its students; null where no line is drawn for that.</summary>
    public DateTimeOffset? Closes { get; init; }

    /// <summary>The stretch that holds all moments and the present; at least a day long.</summary>
    public static TimeLine Over(IEnumerable<DateTimeOffset> moments, DateTimeOffset now)
    {
        var all = moments.Append(now).ToList();
        var (from, to) = (all.Min(), all.Max());
        return new(from, to - from < TimeSpan.FromDays(1) ? from + TimeSpan.FromDays(1) : to, now);
    }

    /// <summary>Where a moment lies, for an SVG attribute: from 3 % to 97 %, so that a mark at an end is whole.</summary>
    public string Place(DateTimeOffset moment) => Percent(Share(moment));

    /// <summary>How wide the stretch between two moments is.</summary>
    public string Width(DateTimeOffset from, DateTimeOffset to) => Percent(Math.Max(0, Share(to) - Share(from)));

    private double Share(DateTimeOffset moment) => 3 + (94 * Math.Clamp((moment - From) / (To - From), 0, 1));

    private static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
