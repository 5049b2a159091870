using System.Collections.Immutable;

namespace ZoomSimulator.Sandbox;

/// <summary>A group to make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Account names.</param>
internal sealed record NewGroup(string? Name, ImmutableArray<string>? Members);
