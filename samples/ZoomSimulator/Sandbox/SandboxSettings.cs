namespace ZoomSimulator.Sandbox;

/// <summary>How the simulator behaves where Zoom's behaviour is not known.</summary>
/// <param name="LiveRights">A running meeting notices a changed right to record.</param>
internal sealed record SandboxSettings(bool? LiveRights);
