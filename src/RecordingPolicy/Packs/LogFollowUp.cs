namespace RecordingPolicy.Packs;

/// <summary>How access logs are followed up, <c>log.followed-up</c> (HB §15 d).</summary>
/// <param name="Every">How often.</param>
/// <param name="By">By whom.</param>
/// <param name="KeptIn">Where the log is kept.</param>
/// <param name="KeptFor">How long it is kept.</param>
public sealed record LogFollowUp(CalendarPeriod Every, string By, string KeptIn, CalendarPeriod KeptFor);
