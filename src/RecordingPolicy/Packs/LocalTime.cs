namespace RecordingPolicy.Packs;

/// <summary>Between moments and the wall clock of a time zone, also on the days when clocks change.</summary>
internal static class LocalTime
{
    /// <summary>What the wall clock shows.</summary>
    public static DateTime Of(DateTimeOffset instant, TimeZoneInfo zone) => In(instant, zone).DateTime;

    /// <summary>The same moment with the zone's offset.</summary>
    public static DateTimeOffset In(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The moment at which the wall clock shows this: the first of two, and the time after the gap for one that is skipped.</summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(local))
            return new(local, zone.GetAmbiguousTimeOffsets(local).Max());
        // Skipped times are read with the offset from before the gap, which lands as far behind it.
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1)) : zone.GetUtcOffset(local);
        return In(new(local, offset), zone);
    }
}
