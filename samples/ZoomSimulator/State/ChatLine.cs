namespace ZoomSimulator.State;

/// <summary>A message in a meeting's chat.</summary>
internal sealed record ChatLine(string Id, DateTimeOffset At, string From, string Text);
