namespace ZoomSimulator.Sandbox;

/// <summary>Someone comes or goes.</summary>
/// <param name="Name">The name shown in the meeting.</param>
/// <param name="Guest">From outside the account.</param>
/// <param name="Do"><c>join</c> or <c>leave</c>.</param>
internal sealed record ParticipantAct(string? Name, bool Guest, string? Do);
