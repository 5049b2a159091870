namespace ZoomSimulator.Cloud;

/// <summary>What a host does with the latest instance's recording in Zoom's web portal.</summary>
/// <param name="Do"><c>trash</c>, <c>delete</c> or <c>recover</c>.</param>
internal sealed record CloudAct(string? Do);
