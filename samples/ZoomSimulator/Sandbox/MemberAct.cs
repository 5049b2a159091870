namespace ZoomSimulator.Sandbox;

/// <summary>Somebody is put into a group, or taken out of it.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Do"><c>add</c> or <c>remove</c>.</param>
internal sealed record MemberAct(string? Account, string? Do);
