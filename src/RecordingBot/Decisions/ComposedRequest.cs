using System.Collections.Immutable;
using System.Text.Json;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>A whole request, made of what is known of a meeting and what a person said.</summary>
/// <param name="Json">The request; meaningful only without errors.</param>
/// <param name="Errors">What the person said that is not theirs to say.</param>
public sealed record ComposedRequest(JsonElement Json, ImmutableArray<RequestError> Errors);
