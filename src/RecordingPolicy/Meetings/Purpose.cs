namespace RecordingPolicy.Meetings;

/// <summary>What the recording is for. Null means not answered.</summary>
public sealed record Purpose
{
    public string? Text { get; init; }

    /// <summary>The purpose's place in the institution's register, such as <c>education.lecture</c>.</summary>
    public string? Category { get; init; }
}
