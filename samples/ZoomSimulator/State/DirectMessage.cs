namespace ZoomSimulator.State;

/// <summary>A message from one user to another.</summary>
internal sealed record DirectMessage(string Id, DateTimeOffset At, string FromId, string ToId, string Text);
