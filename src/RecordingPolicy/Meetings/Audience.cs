namespace RecordingPolicy.Meetings;

/// <summary>Those who may be recorded. Null means not answered.</summary>
public sealed record Audience
{
    /// <summary>The groups that take part; <see cref="AudienceGroups.None"/> where not answered.</summary>
    public AudienceGroups Groups { get; init; }

    /// <summary>Whether the recorder has power over someone among the employees there.</summary>
    public bool? Dependent { get; init; }

    /// <summary>Whether everyone there is a party to the contract that the recording rests on.</summary>
    public bool? OnlyContractParties { get; init; }
}
