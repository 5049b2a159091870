namespace RecordingPolicy.Meetings;

/// <summary>What participants may turn off. Null means not answered.</summary>
public sealed record ParticipationOptions
{
    public bool? CameraOptional { get; init; }
    public bool? MicrophoneOptional { get; init; }

    /// <summary>Why something must be on.</summary>
    public string? Reason { get; init; }
}
