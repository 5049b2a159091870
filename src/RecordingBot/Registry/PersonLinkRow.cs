namespace RecordingBot.Registry;

/// <summary>A verified link from a person to an account elsewhere.</summary>
public sealed class PersonLinkRow
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>One of <see cref="LinkKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The account's id there.</summary>
    public required string ExternalId { get; init; }

    public DateTimeOffset VerifiedAt { get; init; }
}
