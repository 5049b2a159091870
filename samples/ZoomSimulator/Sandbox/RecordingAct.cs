namespace ZoomSimulator.Sandbox;

/// <summary>The host presses a button.</summary>
/// <param name="Where"><c>local</c> or <c>cloud</c>.</param>
/// <param name="Do"><c>start</c> or <c>stop</c>; in the cloud also <c>pause</c> and <c>resume</c>.</param>
internal sealed record RecordingAct(string? Where, string? Do)
{
    public bool IsRight => this is { Where: "local" or "cloud", Do: "start" or "stop" } or { Where: "cloud", Do: "pause" or "resume" };
}
