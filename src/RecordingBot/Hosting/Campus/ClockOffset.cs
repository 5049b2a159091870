namespace RecordingBot.Hosting.Campus;

/// <summary>What the control tells of its clock.</summary>
/// <param name="Offset">How far it is ahead of this machine's clock (<c>31.00:00:00</c>); exact, since both share the machine.</param>
public sealed record ClockOffset(TimeSpan Offset);
