namespace RecordingBot.Registry;

/// <summary>What came of an attempt at a step.</summary>
public abstract record StepResult
{
    private StepResult() { }

    /// <summary>It is done.</summary>
    public static readonly StepResult Done = new Acted();

    /// <summary>Nothing was done: what was read afresh no longer asks for it. It is decided again.</summary>
    public static readonly StepResult Reconsider = new Stale();

    /// <summary>Somebody else (an agent, a channel) has to act first; look again then.</summary>
    public static StepResult Until(DateTimeOffset moment) => new Waits(moment);

    public sealed record Acted : StepResult;

    public sealed record Stale : StepResult;

    public sealed record Waits(DateTimeOffset Moment) : StepResult;
}
