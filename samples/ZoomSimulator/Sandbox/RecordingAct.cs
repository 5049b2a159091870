namespace ZoomSimulator.Sandbox;

/// <summary>The host presses a button.</summary>
/// <param name="Where"><c>local</c> or <c>cloud</c>.</param>
/// <param name="Do"><c>start</c> or <c>stop</c>.</param>
internal sealed record RecordingAct(string? Where, string? Do);
