using System.Text.Json.Serialization;

namespace RecordingBot.Tests.Support;

/// <summary>A file in Canvas as it truly is.</summary>
internal sealed record CanvasFileState
{
    public required long Id { get; init; }

    [JsonPropertyName("course_id")]
    public required long CourseId { get; init; }

    [JsonPropertyName("folder_id")]
    public required long FolderId { get; init; }

    [JsonPropertyName("display_name")]
    public required string Name { get; init; }

    public required string? Sha256 { get; init; }

    /// <summary><c>pending</c>, <c>uploaded</c>, <c>available</c> or <c>deleted</c>.</summary>
    public required string State { get; init; }

    public required bool Locked { get; init; }

    [JsonPropertyName("lock_at")]
    public required DateTimeOffset? LockAt { get; init; }
}
