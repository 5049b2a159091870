namespace ZoomSimulator.State;

/// <summary>What may be recorded, as a user in fact has it.</summary>
internal sealed record RecordingRights(bool Local, bool Cloud, string Auto);
