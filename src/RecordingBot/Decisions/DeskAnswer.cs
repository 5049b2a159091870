using System.Collections.Immutable;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>What comes of a request: a decision, or the reasons why it can't be read.</summary>
/// <param name="Decision">Null where the request can't be read.</param>
/// <param name="Errors">Empty where it can.</param>
public sealed record DeskAnswer(Decision? Decision, ImmutableArray<RequestError> Errors);
