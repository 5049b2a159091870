using System.Collections.Immutable;
using System.Text.Json;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingBot.Decisions;

/// <summary>A request as read and decided, or the errors that kept it from being read.</summary>
/// <param name="Request">Null where it can't be read.</param>
/// <param name="Decision">Null where it can't be read.</param>
/// <param name="Errors">Empty where it can.</param>
public sealed record Judgement(RecordingRequest? Request, Decision? Decision, ImmutableArray<RequestError> Errors)
{
    /// <summary>The rule whose finding keeps a request's texts from being stored.</summary>
    public const string MinimisedText = "purpose.minimised-text";

    /// <summary>A free text holds somebody's personal data: nothing of the request is kept.</summary>
    public bool HasPersonalTexts => Request is not null && Request.FreeTexts.Any(text => PersonalData.IsIn(text.Text));

    /// <summary>Reads and decides a request by the pack that it names.</summary>
    public static Judgement Of(JsonElement request, IReadOnlyDictionary<string, PolicyPack> packs)
    {
        var reading = RequestReader.Read(request, packs);
        return reading.Request is { } read ? new(read, Decider.Decide(read, packs[read.Pack]), []) : new(null, null, reading.Errors);
    }

    /// <summary>What goes out of the house.</summary>
    public DeskAnswer ToAnswer() => new(Decision, Errors);
}
