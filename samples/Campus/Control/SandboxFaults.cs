namespace Campus.Control;

/// <summary>The answer of Canvas's sandbox to a question for its faults.</summary>
internal sealed record SandboxFaults(IReadOnlyList<SandboxFault> Items);
