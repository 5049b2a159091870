namespace RecordingPolicy.Packs;

/// <summary>The decision under which recordings are deleted: without one nothing is (design.md 4).</summary>
/// <param name="Reference">The document that decides.</param>
/// <param name="Role">Who deletes under it.</param>
/// <param name="ValidFrom">The first day on which it holds, in the pack's time zone.</param>
public sealed record DisposalAuthority(string Reference, string Role, DateOnly ValidFrom);
