using System.Collections.Immutable;
using System.Text.Json;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>What would come of deciding with the answers so far.</summary>
/// <param name="Request">The whole request as it would be decided, with what is known of the meeting.</param>
/// <param name="Decision">Null where the request can't be read.</param>
/// <param name="Errors">Why it can't.</param>
public sealed record MeetingPreview(JsonElement Request, Decision? Decision, ImmutableArray<RequestError> Errors)
{
    /// <summary>The JSON paths that a rule asks to be answered.</summary>
    public IEnumerable<string> Asked => Findings(Effect.Ask).SelectMany(finding => finding.Fields);

    /// <summary>The findings of one effect.</summary>
    public IEnumerable<Finding> Findings(Effect effect) =>
        Decision is null ? [] : Decision.Findings.Where(finding => finding.Effect == effect);
}
