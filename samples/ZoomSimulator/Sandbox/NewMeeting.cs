using System.Text.Json;

namespace ZoomSimulator.Sandbox;

/// <summary>A meeting to plan.</summary>
/// <param name="Host">The host's account name.</param>
/// <param name="Topic">At most 200 characters.</param>
/// <param name="StartsAt">The planned start.</param>
/// <param name="Minutes">The planned length, up to a day.</param>
/// <param name="CourseId">The Canvas course, as text or number; may be missing.</param>
/// <param name="Chat">False for a meeting without continuous chat.</param>
internal sealed record NewMeeting(
    string? Host,
    string? Topic,
    DateTimeOffset? StartsAt,
    int? Minutes,
    JsonElement? CourseId,
    bool? Chat = null
)
{
    public bool IsRight => Host is not null && Topic is { Length: > 0 and <= 200 } && StartsAt is not null && Minutes is > 0 and <= 1440;

    public string? Course => CourseId is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id ? id.ToString() : null;
}
