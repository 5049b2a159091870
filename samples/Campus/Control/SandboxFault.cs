namespace Campus.Control;

/// <summary>A fault of Campus's Canvas that is still to come.</summary>
/// <param name="Fault">Its name.</param>
/// <param name="Times">How often.</param>
public sealed record SandboxFault(string Fault, int Times);
