namespace ZoomSimulator.Sandbox;

/// <summary>Someone comes or goes.</summary>
/// <param name="Name">The name shown in the meeting.</param>
/// <param name="Guest">From outside the account.</param>
/// <param name="Do"><c>join</c>, <c>leave</c>, or <c>bind</c>: they are on the telephone, and <c>to</c> is the same person at the computer.</param>
/// <param name="Phone">The number that they call from; null at a computer.</param>
/// <param name="To">Whose telephone it is.</param>
internal sealed record ParticipantAct(string? Name, bool Guest, string? Do, string? Phone = null, string? To = null);
