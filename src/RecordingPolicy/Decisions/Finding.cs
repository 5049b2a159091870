using System.Collections.Immutable;

namespace RecordingPolicy.Decisions;

/// <summary>What one rule found in a request.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Effect">What it does to the decision.</param>
/// <param name="Before">The step that waits for it; null for all but conditions.</param>
/// <param name="Message">What the person does now.</param>
/// <param name="Source">Where the demand stands.</param>
public sealed record Finding(string Rule, Effect Effect, GuardedStep? Before, LocalizedText Message, ImmutableArray<string> Source)
{
    /// <summary>The JSON paths of the fields that the finding is about, for whoever asks for them; not part of the decision's JSON.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];
}
