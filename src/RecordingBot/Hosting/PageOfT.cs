namespace RecordingBot.Hosting;

/// <summary>A page of a list; lists are in the order of their ids, so that one that grows is not read twice.</summary>
/// <param name="Items">What it holds.</param>
/// <param name="Next">Give it back as <c>cursor</c> for what follows; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
