namespace ZoomSimulator.Sandbox;

/// <summary>How the simulator behaves where Zoom's behaviour is not known.</summary>
/// <param name="LiveRights">A running meeting notices a changed right to record.</param>
/// <param name="TellsApiChanges">A setting that the API changes is told of by an event, as one that a hand changes.</param>
internal sealed record SandboxSettings(bool? LiveRights, bool? TellsApiChanges);
