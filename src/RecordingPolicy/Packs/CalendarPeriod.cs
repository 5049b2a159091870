using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RecordingPolicy.Packs;

/// <summary>
/// An ISO 8601 duration of whole units, such as <c>P6M</c> or <c>P1DT12H</c>. Days and longer units are counted on a
/// calendar, so that <c>P1D</c> ends at the same time of the day when clocks change; hours and shorter are elapsed time.
/// </summary>
public sealed partial record CalendarPeriod
{
    private CalendarPeriod(int[] units) =>
        (Years, Months, Weeks, Days, Hours, Minutes, Seconds) = (units[0], units[1], units[2], units[3], units[4], units[5], units[6]);

    public int Years { get; }
    public int Months { get; }
    public int Weeks { get; }
    public int Days { get; }
    public int Hours { get; }
    public int Minutes { get; }
    public int Seconds { get; }

    /// <summary>True when the period takes no time at all.</summary>
    public bool IsZero => (Years | Months | Weeks | Days | Hours | Minutes | Seconds) == 0;

    /// <summary>A time that the period never falls short of: months of four weeks, less a day for clocks that change.</summary>
    public TimeSpan Least
    {
        get
        {
            var days = Math.Min((((Years * 12L) + Months) * 28) + (Weeks * 7L) + Days - 1, TimeSpan.MaxValue.Days / 2);
            return days < 0 ? TimeSpan.Zero : TimeSpan.FromDays((int)days);
        }
    }

    /// <summary>Reads an ISO 8601 duration with whole units and no sign; null for anything else.</summary>
    public static CalendarPeriod? TryParse(string? text)
    {
        if (text is null || Iso8601().Match(text) is not { Success: true } match)
            return null;
        var units = new int[7];
        for (var unit = 0; unit < units.Length; unit++)
        {
            var digits = match.Groups[unit + 1].ValueSpan;
            // A unit that no int holds is longer than the calendar.
            if (!digits.IsEmpty && !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out units[unit]))
                return null;
        }
        return new(units);
    }

    /// <summary>Reads an ISO 8601 duration.</summary>
    /// <exception cref="FormatException">The text is no duration with whole units.</exception>
    public static CalendarPeriod Parse(string text) =>
        TryParse(text) ?? throw new FormatException("Not an ISO 8601 duration with whole units.");

    /// <summary>
    /// The moment that lies the period later. A missing day becomes the month's last, a time that clocks skip moves
    /// forward by what they skip, and a time that occurs twice is its first. A moment that the calendar can't hold becomes
    /// <see cref="DateTimeOffset.MaxValue"/>.
    /// </summary>
    public DateTimeOffset AddTo(DateTimeOffset instant, TimeZoneInfo zone) => Shift(instant, zone, 1);

    /// <summary>The moment that lies the period earlier, by the same arithmetic; never before <see cref="DateTimeOffset.MinValue"/>.</summary>
    public DateTimeOffset SubtractFrom(DateTimeOffset instant, TimeZoneInfo zone) => Shift(instant, zone, -1);

    /// <summary>The period as ISO 8601; reading it again gives an equal period.</summary>
    public override string ToString()
    {
        var date = Units((Years, 'Y'), (Months, 'M'), (Weeks, 'W'), (Days, 'D'));
        var time = Units((Hours, 'H'), (Minutes, 'M'), (Seconds, 'S'));
        return (date.Length, time.Length) switch
        {
            (0, 0) => "PT0S",
            (_, 0) => "P" + date,
            _ => "P" + date + "T" + time,
        };
    }

    private static string Units(params ReadOnlySpan<(int Count, char Name)> units)
    {
        var text = new StringBuilder();
        foreach (var (count, name) in units)
        {
            if (count != 0)
                text.Append(CultureInfo.InvariantCulture, $"{count}{name}");
        }
        return text.ToString();
    }

    private DateTimeOffset Shift(DateTimeOffset instant, TimeZoneInfo zone, int direction)
    {
        try
        {
            var months = checked((Years * 12L) + Months);
            var days = checked((Weeks * 7L) + Days);
            var moved = (months, days) is (0, 0)
                ? instant
                : LocalTime.ToInstant(
                    LocalTime.Of(instant, zone).AddMonths(checked((int)months * direction)).AddDays(days * direction),
                    zone
                );
            var elapsed = (Hours * 3600L) + (Minutes * 60L) + Seconds;
            return LocalTime.In(moved.AddSeconds(elapsed * direction), zone);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return direction > 0 ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
        }
    }

    [GeneratedRegex(
        @"\AP(?=.)(?:(?<years>[0-9]+)Y)?(?:(?<months>[0-9]+)M)?(?:(?<weeks>[0-9]+)W)?(?:(?<days>[0-9]+)D)?(?:T(?=.)(?:(?<hours>[0-9]+)H)?(?:(?<minutes>[0-9]+)M)?(?:(?<seconds>[0-9]+)S)?)?\z",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Iso8601();
}
