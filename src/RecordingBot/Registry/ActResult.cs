using RecordingPolicy;

namespace RecordingBot.Registry;

/// <summary>What came of an act. A refusal is an answer with its reason, not a fault.</summary>
public abstract record ActResult
{
    private ActResult() { }

    /// <summary>Why it was not done, for the person; null where it was done, or where there is nothing that they may know of.</summary>
    public LocalizedText? Refusal =>
        this switch
        {
            Forbidden forbidden => forbidden.Why,
            Refused refused => refused.Why,
            Invalid invalid => invalid.Message,
            _ => null,
        };

    /// <summary>It is done, or was so already.</summary>
    public sealed record Done : ActResult;

    /// <summary>There is no such thing for this caller: what somebody may not see does not exist for them.</summary>
    public sealed record NotFound : ActResult;

    /// <summary>They may see it, but this act is not theirs.</summary>
    public sealed record Forbidden(LocalizedText Why) : ActResult;

    /// <summary>It can't be done as things stand: a condition is not met, or the state doesn't fit.</summary>
    public sealed record Refused(LocalizedText Why) : ActResult;

    /// <summary>What was said can't be taken; <paramref name="Field"/> is its JSON path.</summary>
    public sealed record Invalid(string Field, LocalizedText Message) : ActResult;
}
