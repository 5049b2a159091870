namespace RecordingBot.Hosting;

/// <summary>Work that is rung for in every instance, where Quartz rings in one of them.</summary>
/// <param name="Work">The work's type.</param>
/// <param name="Every">How often.</param>
public sealed record LocalTick(Type Work, TimeSpan Every);
