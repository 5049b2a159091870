namespace ZoomConnector.Settings;

/// <summary>A user's settings as Zoom writes them, as far as they are read.</summary>
internal sealed record SettingsAnswer
{
    public required RecordingSettings Recording { get; init; }
}
