namespace RecordingPolicy.Meetings;

/// <summary>A free text of a request, with the JSON path of its field.</summary>
public readonly record struct FreeText(string Path, string? Text);
